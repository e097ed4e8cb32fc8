"""How far LASER-GO reaches with the three that joined: D4.1, section 3.2, and the shipped case."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import claim, cluster, market, partnership, project, thing

from hanse.graph.errors import UnknownName
from hanse.graph.model import UNITS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, exact
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.queries.reach import Marginal, Reach, reach

FOUNDERS = ("litek", "opticsvalley", "human-technology-styria")
SIX = (*FOUNDERS, "biocat", "medicen", "optence")


@cache
def case() -> PartnershipGraph:
    store = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    return PartnershipGraph.of(store, as_of=store.contents().settings.as_of)


@cache
def enlarged() -> Reach:
    return reach(case(), alliance=SIX)


def test_the_six_sit_in_six_regions_of_five_member_states() -> None:
    direct = enlarged().hops[0]

    assert (direct.hop, direct.via) == (0, ())
    assert len(direct.regions) == 6
    assert direct.eu_member_states == ("AT", "DE", "ES", "FR", "LT")


def test_through_biocat_three_more_clusters_are_reached() -> None:
    (hop,) = enlarged().hops[1:]

    assert (hop.hop, hop.via) == (1, ("biocat", "bioxclusters-plus"))
    assert hop.clusters == ("biom", "biopmed", "lyonbiopole")


def test_with_bioxclusters_plus_there_are_nine_regions_of_six_member_states() -> None:
    total = enlarged().total

    assert len(total.clusters) == 9
    assert len(total.regions) == 9
    assert total.eu_member_states == ("AT", "DE", "ES", "FR", "IT", "LT")


def test_the_bounds_of_companies_hold_what_is_stated_and_stay_open_above() -> None:
    direct, total = enlarged().hops[0].counts["companies"], enlarged().total.counts["companies"]

    assert direct.interval == Interval(1600, None)
    assert direct.stated_sum == 871 + 85
    assert total.contradictions


def test_every_unit_has_its_own_row_and_none_is_added_to_another() -> None:
    assert tuple(enlarged().total.counts) == UNITS


def test_agreements_stand_apart_with_their_status_and_in_no_total() -> None:
    found = {agreement.other: agreement for agreement in enlarged().agreements}

    assert found["tohealth"].status == "planned"
    assert found["osaka-bio-headquarters"].status == "signed"
    assert {agreement.party for agreement in found.values()} == {"bioxclusters-plus"}
    assert not found.keys() & set(enlarged().total.clusters)
    assert all(agreement.evidence for agreement in found.values())


def test_without_biocat_the_way_to_bioxclusters_and_four_regions_are_lost() -> None:
    biocat = marginal(enlarged(), "biocat")

    assert biocat.change == "lost"
    assert biocat.clusters == ("biocat", "biom", "biopmed", "lyonbiopole")
    assert len(biocat.regions) == 4
    assert biocat.eu_member_states == ("ES", "IT")


def test_without_a_founder_it_is_gone_though_the_others_are_still_its_partners() -> None:
    litek = marginal(enlarged(), "litek")

    assert litek.clusters == ("litek",)
    assert litek.regions == ("lithuania",)
    assert litek.eu_member_states == ("LT",)


def test_of_two_members_in_one_region_neither_takes_it_along() -> None:
    assert marginal(enlarged(), "medicen").regions == ()
    assert marginal(enlarged(), "opticsvalley").regions == ()


def test_what_each_member_brings_can_be_left_out() -> None:
    brief = reach(case(), alliance=SIX, with_marginal=False)

    assert brief.marginal == ()
    assert brief.total == enlarged().total


def marginal(found: Reach, known: str) -> Marginal:
    return next(row for row in found.marginal if row.id == known)


def test_a_candidate_says_what_it_would_add_beyond_what_is_reached() -> None:
    found = reach(case(), alliance=FOUNDERS, candidates=["biocat", "medicen", "litek"])

    gained = [row for row in found.marginal if row.change == "gained"]

    assert [row.id for row in gained] == ["biocat", "medicen"]
    assert len(gained[0].regions) == 4
    assert gained[1].regions == ()


def test_nothing_that_held_only_later_is_reached() -> None:
    assert reach(case(), alliance=["litek"]).total.clusters == tuple(sorted(FOUNDERS))


def test_networks_open_a_way_only_on_request() -> None:
    closed = reach(case(), alliance=["medicen"])
    opened = reach(case(), alliance=["medicen"], include_networks=True)

    assert closed.total.clusters == ("medicen",)
    assert "biocat" in opened.total.clusters


def test_a_name_that_is_no_cluster_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="no cluster is called 'biokat'"):
        reach(case(), alliance=["biokat"])


def test_a_cluster_named_twice_counts_once() -> None:
    assert reach(case(), alliance=["biocat", "biocat"]).alliance == ("biocat",)


def test_an_alliance_of_nobody_reaches_nothing() -> None:
    found = reach(case(), alliance=[])

    assert found.total.clusters == ()
    assert found.total.counts["companies"].interval == exact(0)


def test_an_alliance_of_ones_own_is_answered_as_well() -> None:
    found = reach(case(), alliance=["secpho", "medicalmountains"])

    assert found.total.countries == ("DE", "ES")
    assert found.total.spread.regions_unknown == ("medicalmountains", "secpho")
    assert found.total.counts["companies"].interval.is_unknown


def test_markets_of_a_partnership_count_when_it_speaks_for_the_alliance_or_is_passed() -> None:
    said = market("Canada") + market("Japan") + cluster("A") + cluster("B") + cluster("C")
    said += partnership("Own", members=["a", "b"], targets=["canada"])
    said += partnership("Other", members=["b", "c"], targets=["japan"])
    graph = project(said)

    found = reach(graph, alliance=["a", "b"])

    assert found.hops[0].markets == ("canada",)
    assert found.hops[1].markets == ("japan",)
    assert found.total.markets == ("canada", "japan")


def test_an_agreement_that_ended_before_the_day_is_not_listed() -> None:
    said = cluster("A") + thing("gateway", "Osaka") + thing("agreement", "Old", until="2015")
    said += [claim("a", "party_to", "old"), claim("old", "other_end", "osaka")]

    assert reach(project(said, as_of="2017"), alliance=["a"]).agreements == ()
    assert len(reach(project(said, as_of="2014"), alliance=["a"]).agreements) == 1


names = st.sets(st.sampled_from("abcdef"), min_size=1)


@settings(max_examples=40)
@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 50)),
    st.lists(names, max_size=3),
    names,
    st.sampled_from("abcdef"),
)
def test_adding_a_member_never_lowers_a_bound_and_never_loses_a_cluster(
    sizes: dict[str, int], partnerships: list[set[str]], alliance: set[str], further: str
) -> None:
    said = [
        statement
        for name in "abcdef"
        for statement in cluster(
            name, regions=[f"r{name}"], numbers={"companies": sizes[name]} if name in sizes else {}
        )
    ]
    for number, members in enumerate(partnerships):
        said += partnership(f"p{number}", members=sorted(members))
    graph = project(said)

    before = reach(graph, alliance=sorted(alliance)).total
    after = reach(graph, alliance=sorted(alliance | {further})).total

    assert set(before.clusters) <= set(after.clusters)
    assert set(before.regions) <= set(after.regions)
    low, high = after.counts["companies"].interval.low, after.counts["companies"].interval.high
    was = before.counts["companies"].interval
    assert (low or 0) >= (was.low or 0)
    assert high is None or (was.high is not None and high >= was.high)
