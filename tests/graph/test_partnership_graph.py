"""The graph answers in the field's verbs, in a fixed order, and unknown stays unknown."""

import pytest
from tests.builders import (
    claim,
    cluster,
    group,
    market,
    partnership,
    project,
    region,
    thing,
)

from hanse.graph.errors import ImpossibleDate
from hanse.graph.model import Category, Group, Membership, Settings
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity, exact
from hanse.graph.store import Definition


@pytest.fixture
def graph() -> PartnershipGraph:
    """The founders of LASER-GO in small: three clusters, two partnerships, a network."""
    return project(
        cluster(
            "Optence",
            country="DE",
            regions=["Hesse"],
            categories={"stated_focus": ["Optics"], "technology_field": ["Optics"]},
            numbers={"companies": 85},
        )
        + cluster("BIOCAT", country="ES", regions=["Catalonia"])
        + cluster("ZAB Brandenburg")
        + region("Hesse", country="DE", within="germany")
        + region("Germany")
        + partnership("LASER-GO", members=["optence", "biocat"], since="2016", targets=["canada"])
        + partnership("CEBR", kind="network", members=["biocat"])
        + group("the founders", members=["optence", "biocat"], numbers={"companies": 1600})
        + market("North America")
        + market("Canada", country="CA", within="north-america")
    )


# -- who there is --------------------------------------------------------------------------


def test_things_are_listed_by_kind_in_order(graph: PartnershipGraph) -> None:
    assert graph.ids("cluster") == ("biocat", "optence", "zab-brandenburg")
    assert graph.ids("network", "partnership") == ("cebr", "laser-go")
    assert graph.ids() == ()
    assert [c.id for c in graph.clusters()] == list(graph.ids("cluster"))
    assert [p.id for p in graph.partnerships()] == ["cebr", "laser-go"]
    assert [p.id for p in graph.partnerships("partnership")] == ["laser-go"]


def test_a_thing_has_a_kind_and_a_name(graph: PartnershipGraph) -> None:
    assert graph.kind("cebr") == "network"
    assert graph.name("zab-brandenburg") == "ZAB Brandenburg"
    assert graph.name("nobody") == "nobody"
    assert "optence" in graph
    assert "nobody" not in graph


def test_a_cluster_is_known_with_all_that_is_said_of_it(graph: PartnershipGraph) -> None:
    optence = graph.cluster("optence")

    assert optence.country == "DE"
    assert optence.regions == ("hesse",)
    assert optence.categories == {
        "technology_field": ("technology_field:optics",),
        "stated_focus": ("stated_focus:optics",),
    }
    assert optence.counts["companies"].interval == exact(85)


def test_one_label_in_two_schemes_stays_two_categories(graph: PartnershipGraph) -> None:
    assert graph.category("stated_focus:optics") == Category(
        id="stated_focus:optics", scheme="stated_focus", label="Optics"
    )
    assert graph.category("technology_field:optics").scheme == "technology_field"


# DESIGN 4: unknown is not zero.
def test_what_nobody_said_is_unknown(graph: PartnershipGraph) -> None:
    assert graph.value("zab-brandenburg", "country") is None
    assert graph.values("zab-brandenburg", "alias") == ()
    assert graph.preference("zab-brandenburg", "companies") is None
    assert graph.counts("zab-brandenburg") == {}
    assert graph.values("nobody", "alias") == ()
    assert graph.preference("nobody", "companies") is None
    assert graph.ties("nobody", "member_of") == graph.ties_to("nobody", "member_of") == ()


# -- who is tied to whom -------------------------------------------------------------------


def test_ties_are_read_from_both_ends(graph: PartnershipGraph) -> None:
    assert graph.targets_of("biocat", "member_of") == ("cebr", "laser-go")
    assert graph.sources_of("laser-go", "member_of") == ("biocat", "optence")
    assert [c.other for c in graph.ties("optence", "classified_as")] == [
        "stated_focus:optics",
        "technology_field:optics",
    ]
    assert [c.subject for c in graph.ties_to("canada", "targets")] == ["laser-go"]


def test_a_tie_stated_by_two_sources_is_one_tie_with_two_claims() -> None:
    twice = [claim("biocat", "member_of", "laser-go", source=source) for source in ("d41", "nl")]

    graph = project(cluster("BIOCAT") + partnership("LASER-GO") + twice)

    assert graph.members("laser-go") == ("biocat",)
    assert {c.source for c in graph.ties("biocat", "member_of")} == {"d41", "nl"}
    assert len(graph.partnership("laser-go").members) == 1
    assert len(graph.memberships("biocat")) == 1


def test_members_are_those_of_a_partnership_an_alliance_or_a_group() -> None:
    graph = project(
        cluster("BIOCAT")
        + partnership("LASER-GO", members=["biocat"])
        + group("founders", members=["biocat"])
        + [*thing("alliance", "mine"), claim("biocat", "in_alliance", "mine")]
    )

    assert {graph.members(t) for t in ("laser-go", "founders", "mine")} == {("biocat",)}


# DESIGN 5: a network gives access only on request.
def test_a_membership_in_a_network_is_no_access_unless_asked_for(graph: PartnershipGraph) -> None:
    assert graph.memberships("biocat") == (Membership(cluster="biocat", partnership="laser-go"),)
    assert [m.partnership for m in graph.memberships("biocat", ["network"])] == ["cebr"]


def test_a_group_knows_its_members(graph: PartnershipGraph) -> None:
    assert graph.group("the-founders") == Group(
        id="the-founders", name="the founders", members=("biocat", "optence")
    )
    assert graph.counts("the-founders")["companies"].interval == exact(1600)


# D4.1: Rhône-Alpes and Auvergne-Rhône-Alpes are stated of one cluster and count once.
def test_a_region_that_contains_another_stated_of_a_cluster_counts_once() -> None:
    graph = project(
        cluster("Lyonbiopole", regions=["Rhône-Alpes", "Auvergne-Rhône-Alpes"])
        + region("Rhône-Alpes", within="auvergne-rhone-alpes")
        + region("Auvergne-Rhône-Alpes", within="france")
        + region("France")
    )

    assert graph.regions_of("lyonbiopole") == ("rhone-alpes",)
    assert graph.wider("rhone-alpes") == ("auvergne-rhone-alpes", "france")


def test_regions_said_to_contain_each_other_are_both_kept() -> None:
    graph = project(
        cluster("LITEK", regions=["Lithuania", "Sostinė"])
        + region("Lithuania", within="sostine")
        + region("Sostinė", within="lithuania")
    )

    assert graph.regions_of("litek") == ("lithuania", "sostine")
    assert graph.wider("lithuania") == ("sostine",)


def test_a_market_lies_in_its_group(graph: PartnershipGraph) -> None:
    assert graph.wider("canada") == ("north-america",)
    assert graph.market("canada").within == ("north-america",)


# -- what is said --------------------------------------------------------------------------


def test_every_claim_on_a_thing_is_shown_conjectures_too() -> None:
    guess = claim("biocat", "country", "FR", status="conjecture", note="first letters are lost")

    graph = project([*cluster("BIOCAT", country="ES"), guess])

    assert guess in graph.claims("biocat")
    assert [c.value for c in graph.claims_of("biocat", "country")] == ["ES"]
    assert graph.value("biocat", "country") == "ES"


def test_claims_that_lead_nowhere_are_told() -> None:
    lost = claim("biocat", "targets", "atlantis")

    assert project([*cluster("BIOCAT"), lost]).dangling == (lost,)


def test_the_project_says_what_it_takes_by_default_and_where_it_has_it_from() -> None:
    chain = Definition(kind="chain", id="photonics-for-health", text="id = 'photonics'")
    settings = Settings(title="LASER-GO", alliance="laser-go", as_of="2017-04-13")

    graph = project([claim(source="d41")], settings=settings, definitions=[chain])

    assert graph.settings == settings
    assert list(graph.sources) == ["d41"]
    assert graph.definitions("chain") == (chain,)
    assert graph.definitions("guide") == ()


# -- the day -------------------------------------------------------------------------------


def test_a_graph_stands_for_a_day() -> None:
    said = cluster("BIOCAT") + partnership("LASER-GO", members=["biocat"], since="2016")

    assert project(said, as_of="2015").memberships("biocat") == ()
    assert len(project(said, as_of="2016").memberships("biocat")) == 1
    assert project(said).as_of is None
    assert project(said, as_of=" 2016 ").as_of == "2016"


@pytest.mark.parametrize("day", ["2017-02-30", "soon", ""])
def test_a_day_that_no_calendar_holds_is_refused(day: str) -> None:
    with pytest.raises(ImpossibleDate):
        project(cluster("BIOCAT"), as_of=day)


# The trust a user set decides between sources that state no day.
def test_the_trust_of_the_settings_decides_between_sources() -> None:
    said = [
        *cluster("Medicen"),
        claim("medicen", "members", Quantity(value=250, unit="members"), source="d41"),
        claim("medicen", "members", Quantity(value=300, unit="members"), source="nl"),
    ]

    graph = project(said, settings=Settings(trust=("nl",)))

    assert graph.cluster("medicen").counts["members"].interval == exact(300)
    assert graph.cluster("medicen").counts["members"].is_preferred


# -- scores --------------------------------------------------------------------------------


def test_scores_become_properties_of_a_new_graph_and_leave_the_old_one(
    graph: PartnershipGraph,
) -> None:
    scored = graph.with_scores({"biocat": {"fit": 0.5}})
    twice = scored.with_scores({"biocat": {"score": 0.4}, "optence": {"fit": 0.7}})

    assert scored.networkx.nodes["biocat"]["scores"] == {"fit": 0.5}
    assert twice.scores == {"biocat": {"fit": 0.5, "score": 0.4}, "optence": {"fit": 0.7}}
    assert twice.networkx.nodes["biocat"]["scores"] == {"fit": 0.5, "score": 0.4}
    assert "scores" not in graph.networkx.nodes["biocat"]
    assert graph.scores == {}
    assert twice.find("optence") == "optence"
    assert twice.as_of == graph.as_of
