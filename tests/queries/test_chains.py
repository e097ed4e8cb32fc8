"""Cover, worth and states of a chain, held against the worked example of four stages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, project, value_chain

from hanse.graph.ids import slug
from hanse.graph.model import ClusterOrganisation, Feed, Stage, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Quantity
from hanse.queries.chains import (
    Feeds,
    StageCover,
    Standing,
    chain_value,
    clusters_per_stage,
    hand_overs,
    stage_summary,
    worth,
)

CHAIN = value_chain(
    {"optics": 1.0, "photonics": 1.0, "materials": 0.5},
    {"micro": 1.0, "sensors": 1.0},
    {"biomed eng": 1.0, "diagnostics": 0.8},
    {"clinical": 1.0, "e-health": 0.6},
)


def labels(stage: Stage) -> list[str]:
    return [feed.label for feed in stage.feeds]


AMOUNTS = st.lists(st.floats(0, 4), min_size=4, max_size=4)


def with_terms(**terms: list[str]) -> PartnershipGraph:
    return project(
        [
            said
            for name, labels in terms.items()
            for said in cluster(name, categories={"technology_field": labels})
        ]
    )


def standing(graph: PartnershipGraph, chain: ValueChain = CHAIN) -> Standing:
    return Standing.of(Feeds.of(chain), graph.clusters())


def amounts(covers: tuple[StageCover, ...]) -> list[float]:
    assert [cover.low for cover in covers] == [cover.high for cover in covers]
    return [cover.low for cover in covers]


def test_a_cluster_covers_a_stage_as_far_as_its_most_relevant_category() -> None:
    graph = with_terms(m=["diagnostics", "sensors", "e-health"])

    covers = Feeds.of(CHAIN).covers(graph.cluster("m"))

    assert amounts(covers) == [0, 1, 0.8, 0.6]
    assert covers[2].categories == ("technology_field:diagnostics",)


def test_synonyms_do_not_add_up_and_both_are_named() -> None:
    graph = with_terms(l=["optics", "photonics", "materials"])

    covers = Feeds.of(CHAIN).covers(graph.cluster("l"))

    assert amounts(covers)[0] == 1
    assert covers[0].categories == ("technology_field:optics", "technology_field:photonics")


def test_a_label_counts_in_its_own_scheme_only() -> None:
    graph = project(cluster("x", categories={"s3_priority": ["optics"]}))

    assert amounts(Feeds.of(CHAIN).covers(graph.cluster("x"))) == [0, 0, 0, 0]


def test_all_five_schemes_may_feed_a_stage() -> None:
    schemes = (
        "sectoral_industry",
        "emerging_industry",
        "technology_field",
        "s3_priority",
        "stated_focus",
    )
    feeds = tuple(Feed(scheme=scheme, label="Health", relevance=1.0) for scheme in schemes)
    stage = Stage(id="care", label="Care", weight=1.0, feeds=feeds)
    chain = ValueChain(id="chain", label="Chain", stages=(stage,))

    for scheme in schemes:
        graph = project(cluster("x", categories={scheme: ["Health"]}))
        assert amounts(Feeds.of(chain).covers(graph.cluster("x"))) == [1]


def test_spelling_of_case_and_accents_in_a_chain_does_not_matter() -> None:
    graph = with_terms(x=["Élasto-Optics"])

    covers = Feeds.of(value_chain({"elasto optics": 1.0})).covers(graph.cluster("x"))

    assert amounts(covers) == [1]


def test_a_category_fed_twice_into_a_stage_counts_with_its_higher_relevance() -> None:
    feeds = (
        Feed(scheme="technology_field", label="Optics", relevance=0.4),
        Feed(scheme="technology_field", label="OPTICS", relevance=0.9),
    )
    chain = ValueChain(
        id="chain", label="Chain", stages=(Stage(id="s", label="S", weight=1.0, feeds=feeds),)
    )

    assert amounts(Feeds.of(chain).covers(with_terms(x=["Optics"]).cluster("x"))) == [0.9]


def test_a_cluster_without_categories_may_cover_anything_up_to_the_highest_relevance() -> None:
    chain = value_chain({"optics": 1.0}, {"care": 0.6})

    covers = Feeds.of(chain).covers(project(cluster("x")).cluster("x"))

    assert covers == (StageCover(low=0, high=1.0), StageCover(low=0, high=0.6))


@pytest.mark.parametrize(
    ("stated", "low", "high"),
    [
        (15, 0.5, 0.5),
        (60, 1, 1),
        (Quantity(value=30, unit="active_members", qualifier="at_least"), 1, 1),
        (Quantity(value=15, unit="active_members", qualifier="at_least"), 0.5, 1),
        (None, 0, 1),
    ],
)
def test_covers_scale_with_active_members_on_request_and_unknown_ones_leave_a_range(
    stated: float | Quantity | None, low: float, high: float
) -> None:
    # D4.1, section 2, asks for at least 30 members active in the field.
    numbers = {} if stated is None else {"active_members": stated}
    graph = project(cluster("x", categories={"technology_field": ["optics"]}, numbers=numbers))
    feeds = Feeds.of(value_chain({"optics": 1.0}))

    scaled = feeds.covers(graph.cluster("x"), scale_by_active=True)
    plain = feeds.covers(graph.cluster("x"))

    assert (scaled[0].low, scaled[0].high) == (low, high)
    assert (plain[0].low, plain[0].high) == (1, 1)


def test_the_worked_example_gives_the_published_cover_value_and_hand_overs() -> None:
    graph = with_terms(
        l=["optics", "photonics", "micro"],
        o=["optics", "micro", "sensors"],
        h=["biomed eng", "e-health"],
    )

    alliance = standing(graph)

    assert alliance.amounts == ((2, 2), (2, 2), (1, 1), (0.6, 0.6))
    assert list(alliance.value) == pytest.approx([0.78, 0.78])
    assert alliance.hand_overs[0] == pytest.approx(0.866667, abs=1e-6)


def test_a_stage_is_covered_at_full_depth_thin_below_it_and_a_gap_at_nothing() -> None:
    graph = with_terms(l=["optics", "micro"], o=["optics", "e-health"])

    states = standing(graph).states()

    assert [(s.id, s.state, s.cover) for s in states] == [
        ("s1", "covered", Interval(2, 2)),
        ("s2", "thin", Interval(1, 1)),
        ("s3", "gap", Interval(0, 0)),
        ("s4", "thin", Interval(0.6, 0.6)),
    ]
    assert states[0].providers == ("l", "o")
    assert states[2].providers == ()


def test_an_alliance_with_a_member_of_unknown_categories_has_no_gap_for_certain() -> None:
    graph = project(cluster("l", categories={"technology_field": ["optics"]}) + cluster("x"))

    states = standing(graph).states()

    assert [s.state for s in states] == ["thin", "thin", "thin", "thin"]
    assert states[0].cover == Interval(1, 2)
    assert states[2].unknown == ("x",)
    assert list(standing(graph).value) == pytest.approx([0.175, 0.775])


def test_an_alliance_of_nobody_has_gaps_only() -> None:
    alliance = Standing.of(Feeds.of(CHAIN), [])

    assert {state.state for state in alliance.states()} == {"gap"}
    assert alliance.value == (0, 0)
    assert alliance.hand_overs == (0, 0)


def test_the_second_provider_is_worth_less_and_a_third_nothing() -> None:
    assert worth(1, (0.7, 0.3)) == pytest.approx(0.7)
    assert worth(2, (0.7, 0.3)) == pytest.approx(1.0)
    assert worth(3, (0.7, 0.3)) == pytest.approx(1.0)
    assert worth(0.5, (0.7, 0.3)) == pytest.approx(0.35)


def test_a_chain_of_one_stage_has_no_hand_over() -> None:
    assert hand_overs([1.0]) == 0
    assert hand_overs([]) == 0


def test_a_stage_is_summed_up_with_its_feeds_and_the_clusters_that_cover_it() -> None:
    graph = with_terms(l=["optics", "micro"], o=["photonics"], z=["plastics"])

    summary = stage_summary(graph, CHAIN)

    assert [(s.id, s.clusters) for s in summary] == [
        ("s1", ("l", "o")),
        ("s2", ("l",)),
        ("s3", ()),
        ("s4", ()),
    ]
    assert summary[3].feeds == CHAIN.stages[3].feeds
    assert clusters_per_stage(graph, CHAIN) == {"s1": 2, "s2": 1, "s3": 0, "s4": 0}


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_what_is_added_never_lowers_the_value_and_adds_less_to_more(
    has: list[float], more: list[float], brings: list[float]
) -> None:
    def value(*covers: list[float]) -> float:
        return chain_value(CHAIN, [sum(parts) for parts in zip(*covers, strict=True)])

    first, later = value(has, brings) - value(has), value(has, more, brings) - value(has, more)

    assert first >= -1e-12
    assert later <= first + 1e-12


@given(AMOUNTS)
def test_the_value_of_a_chain_is_a_share(has: list[float]) -> None:
    assert 0 <= chain_value(CHAIN, has) <= 1 + 1e-12


TERMS = st.sampled_from(sorted({label for stage in CHAIN.stages for label in labels(stage)}))
MEMBERS = st.lists(st.lists(TERMS, unique=True), min_size=1, max_size=5)


@given(MEMBERS)
def test_a_further_member_never_lowers_the_value_nor_the_hand_overs(
    members: list[list[str]],
) -> None:
    alliance = [
        ClusterOrganisation(
            id=f"c{number}",
            name=f"Cluster {number}",
            categories={"technology_field": tuple(f"technology_field:{slug(t)}" for t in terms)},
        )
        for number, terms in enumerate(members)
    ]
    feeds = Feeds.of(CHAIN)

    before, after = Standing.of(feeds, alliance[1:]), Standing.of(feeds, alliance)

    for low_or_high in (0, 1):
        assert after.value[low_or_high] >= before.value[low_or_high] - 1e-12
        assert after.hand_overs[low_or_high] >= before.hand_overs[low_or_high] - 1e-12
