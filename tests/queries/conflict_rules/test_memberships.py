"""Memberships against partnerships: D4.1 says "since 2012", the newsletter 2012 to 2013."""

from tests.builders import claim, cluster, project, thing

from hanse.graph.claims import Claim
from hanse.graph.model import Source
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Intake
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.conflict_rules.memberships import membership_conflicts

D41 = Source(id="d41", title="D4.1", date="2017-07-07")
NEWSLETTER = Source(id="newsletter", title="Newsletter", date="2017-01")


def bioxclusters(since: str | None = None, until: str | None = None) -> list[Claim]:
    said = cluster("Biocat") + thing("partnership", "bioXclusters")
    said += [
        claim("bioxclusters", "since", "2012", source="newsletter"),
        claim("bioxclusters", "until", "2013", source="newsletter"),
    ]
    member = claim("biocat", "member_of", "bioxclusters", source="d41", since=since, until=until)
    return [*said, member]


def codes(said: list[Claim]) -> list[tuple[str, str]]:
    intake = Intake(origin="test", claims=said, sources=(D41, NEWSLETTER))
    graph = PartnershipGraph.of(SqliteStore.in_memory([intake], address="test"))
    return [(one.code, one.severity) for one in membership_conflicts(graph, "bioxclusters")]


def test_a_membership_from_before_its_partnership_is_impossible() -> None:
    assert codes(bioxclusters(since="2010")) == [("M1", "conflict")]


def test_a_membership_beyond_the_end_of_its_partnership_is_impossible() -> None:
    assert codes(bioxclusters(since="2012", until="2015")) == [("M1", "conflict")]
    assert codes(bioxclusters(since="2014")) == [("M1", "conflict")]


def test_one_that_a_later_document_leaves_open_is_a_remark() -> None:
    assert codes(bioxclusters(since="2012")) == [("M2", "remark")]


def test_one_within_the_period_is_silent() -> None:
    assert codes(bioxclusters(since="2012", until="2013")) == []
    assert codes(bioxclusters(since="2012-06", until="2013-01")) == []


def test_one_without_any_date_is_silent() -> None:
    assert codes(bioxclusters()) == []


def test_other_things_have_no_members_to_check() -> None:
    said = cluster("A", regions=["R"])

    assert not list(membership_conflicts(project(said), "r"))
