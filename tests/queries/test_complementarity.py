"""Who completes an alliance: the worked example to its decimals, and what must always hold."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import claim, cluster, market, partnership, project, value_chain

from hanse.graph.claims import Claim
from hanse.graph.errors import UnknownName
from hanse.graph.ids import slug
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import UNKNOWN, Interval
from hanse.queries.answers import RankRange
from hanse.queries.chains import Feeds, Standing
from hanse.queries.complementarity import Candidate, Candidates, candidates
from hanse.queries.scores import Weights

EXPECTED = json.loads((Path(__file__).parent.parent / "data" / "expected.json").read_text("utf-8"))
EXAMPLE: Mapping[str, Any] = EXPECTED["complementarity"]
CHAIN = value_chain(*EXAMPLE["stages"])
TARGETS = tuple(slug(market) for market in EXAMPLE["target"])


def example(*, without: Sequence[str] = ()) -> list[Claim]:
    """Return the invented clusters of the worked example; markets of none are known to be none."""
    described = [*EXAMPLE["consortium"], *EXAMPLE["candidates"]]
    said = [c for name in (*EXAMPLE["target"], "Elsewhere") for c in market(name)]
    for known in (one for one in described if one["name"] not in without):
        said += cluster(
            known["name"],
            country=known["country"],
            regions=known["regions"],
            categories={"technology_field": known["terms"]},
            targets=[slug(market) for market in known["markets"]] or ["elsewhere"],
        )
    for name, members in EXAMPLE["alliances"].items():
        fresh = [m for m in members if m not in {one["name"] for one in described}]
        said += [c for member in fresh for c in cluster(member)]
        said += partnership(name, members=[slug(member) for member in members])
    return said


def asked(graph: PartnershipGraph, alliance: Sequence[str] = ("l", "o", "h")) -> Candidates:
    return candidates(graph, alliance=alliance, chain=CHAIN, targets=TARGETS)


def named(answer: Candidates, cluster: str) -> Candidate:
    return next(one for one in answer.candidates if one.id == cluster)


def near(pair: Sequence[float] | float) -> tuple[Any, Any]:
    low, high = pair if isinstance(pair, list) else (pair, pair)
    return pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4)


def ends(interval: Interval) -> tuple[float | None, float | None]:
    return interval.low, interval.high


@pytest.mark.parametrize("name", ["B", "M", "Q"])
def test_the_worked_example_holds_to_four_decimals(name: str) -> None:
    expected, answer = EXAMPLE["expected"][name], asked(project(example()))

    found = named(answer, slug(name))

    assert ends(found.score) == near(expected["score"])
    assert ends(found.components.chain_gain) == near(expected["chain"])
    lacking = 1 - EXAMPLE["F_K"]
    assert ends(found.components.gap) == near(expected["dF_gap"] / lacking)
    assert ends(found.components.thin) == near(expected["dF_thin"] / lacking)
    assert ends(found.components.hand_over) == near(expected["handover"])
    assert ends(found.components.region) == near(expected["region"])
    assert ends(found.components.market) == near(expected["market"])
    assert ends(found.components.access) == near(expected["access"])
    assert ends(found.components.redundancy) == near(expected["redund"])


def test_the_candidates_come_best_first_and_those_off_the_chain_are_not_ranked() -> None:
    answer = asked(project(example()))

    assert [(one.id, one.rank) for one in answer.candidates] == [
        ("b", RankRange(best=1, worst=1)),
        ("m", RankRange(best=2, worst=2)),
        ("q", RankRange(best=3, worst=3)),
    ]
    # A plastics cluster from a new country would otherwise outrank a redundant photonics one.
    assert answer.off_chain == ("z",)
    assert answer.uncategorised == ("bm", "bp", "lb")


def test_the_answer_says_what_was_asked_and_how_the_alliance_stands() -> None:
    answer = asked(project(example()))

    assert (answer.alliance, answer.chain, answer.lens) == (
        ("h", "l", "o"),
        "chain",
        "complementarity",
    )
    assert answer.targets == ("canada", "singapore", "usa")
    assert [(s.cover, s.state) for s in answer.stages] == [
        (Interval(2, 2), "covered"),
        (Interval(2, 2), "covered"),
        (Interval(1, 1), "thin"),
        (Interval(0.6, 0.6), "thin"),
    ]


def test_what_a_candidate_adds_shrinks_once_another_has_joined() -> None:
    graph = project(example())

    alone = named(asked(graph), "m").components.chain_gain
    after = named(asked(graph, ("l", "o", "h", "b")), "m").components.chain_gain

    # Of the whole chain M adds .145 to the three, and .09 when B is in; F(K) is .78, then .895.
    assert (alone.low or 0) * (1 - 0.78) == pytest.approx(0.145)
    assert (after.low or 0) * (1 - 0.895) == pytest.approx(0.09)


def test_with_both_in_the_chain_is_complete_and_a_chain_gain_is_not_given() -> None:
    graph, five = project(example()), ("l", "o", "h", "b", "m")
    alliance = Standing.of(Feeds.of(CHAIN), [graph.cluster(member) for member in five])
    answer = asked(graph, five)

    redundant = named(answer, "q")

    assert alliance.value[0] == pytest.approx(0.985)
    assert redundant.components.chain_gain == UNKNOWN
    assert ends(redundant.score) == near(max(0, 0.15 + 0.15 / 3 - 0.15))
    assert any("complete" in r.text for r in redundant.reasons if r.component == "chain_gain")


def test_a_member_is_never_a_candidate_not_even_when_it_is_named_in_the_pool() -> None:
    answer = candidates(
        project(example()), alliance=["l", "o", "h"], chain=CHAIN, pool=["l", "b", "z"]
    )

    assert [one.id for one in answer.candidates] == ["b"]
    assert answer.off_chain == ("z",)
    assert answer.uncategorised == ()


def test_only_cluster_organisations_are_candidates() -> None:
    said = [*example(), *partnership("Elsewhere Partners")]

    answer = asked(project(said))

    everyone = {*(c.id for c in answer.candidates), *answer.off_chain, *answer.uncategorised}
    assert everyone == {"b", "m", "q", "z", "lb", "bm", "bp"}


def test_a_name_that_is_no_cluster_is_refused_with_what_comes_near() -> None:
    graph = project(example() + cluster("Biocat"))

    with pytest.raises(UnknownName, match="biocatt"):
        asked(graph, ["biocatt"])
    with pytest.raises(UnknownName, match="bx"):
        candidates(graph, alliance=["l"], chain=CHAIN, pool=["bx"])
    with pytest.raises(UnknownName, match="Atlantis"):
        candidates(graph, alliance=["l"], chain=CHAIN, targets=["Atlantis"])


def test_members_and_markets_may_be_given_by_name() -> None:
    graph = project(example())

    by_name = candidates(graph, alliance=["L", "O", "H"], chain=CHAIN, targets=["USA"])

    assert by_name == candidates(graph, alliance=["l", "o", "h"], chain=CHAIN, targets=["usa"])


def test_networks_give_access_only_on_request() -> None:
    said = [*example(), *partnership("Net", kind="network", members=["q", "lb"])]
    graph = project(said)

    without = named(asked(graph), "q")
    with_networks = candidates(
        graph, alliance=["l", "o", "h"], chain=CHAIN, targets=TARGETS, include_networks=True
    )

    assert without.components.access.high == 0
    assert named(with_networks, "q").components.access.high == pytest.approx(0.5 / 3)


def test_what_began_after_the_day_asked_for_has_no_influence() -> None:
    # LASER-GO GLOBAL was an outcome of the search, never an input to it.
    later = [claim(one, "member_of", "global", since="2017-07-07") for one in ("l", "o", "h", "lb")]
    said = [*example(), *partnership("Global", since="2017-07-07"), *later]

    before = asked(project(said, as_of="2017-04-13"))

    assert before == asked(project(example(), as_of="2017-04-13"))
    # Later one of those whom B opens access to is reached already.
    after = named(asked(project(said, as_of="2018")), "b").components.access
    assert after.high == pytest.approx(0.5 * 2 / 3)


def test_scaling_by_active_members_is_off_unless_asked_for() -> None:
    graph = project(example())

    plain = named(asked(graph), "b")
    scaled = candidates(
        graph, alliance=["l", "o", "h"], chain=CHAIN, targets=TARGETS, scale_by_active=True
    )

    # Nobody's active members are known, so every gain may be anything from 0 on.
    whole = named(scaled, "b")
    assert (whole.score.low or 0) < (plain.score.low or 0) < (whole.score.high or 0)


def test_weights_are_the_users_to_change() -> None:
    only_markets = Weights(chain_gain=0, hand_over=0, region=0, market=1, access=0, redundancy=0)

    answer = candidates(
        project(example()),
        alliance=["l", "o", "h"],
        chain=CHAIN,
        targets=TARGETS,
        weights=only_markets,
    )

    assert [one.id for one in answer.candidates] == ["m", "b", "q"]


def test_the_front_names_those_whom_no_other_beats_everywhere() -> None:
    answer = asked(project(example()))

    assert [(one.id, one.is_pareto) for one in answer.candidates] == [
        ("b", True),
        ("m", True),
        ("q", False),
    ]


def test_candidates_of_equal_score_share_a_rank_and_stand_in_the_order_of_their_ids() -> None:
    twin = cluster(
        "A twin of Q",
        country="DE",
        regions=["DEB", "DE7"],
        categories={"technology_field": ["optics", "photonics"]},
        targets=["usa"],
    )

    answer = asked(project(example() + twin))

    assert [one.id for one in answer.candidates] == ["b", "m", "a-twin-of-q", "q"]
    assert answer.candidates[2].rank == answer.candidates[3].rank == RankRange(best=3, worst=3)


def test_every_point_that_is_earned_is_explained_with_its_evidence() -> None:
    answer = asked(project(example()))

    for one in answer.candidates:
        parts = one.components
        explained = {reason.component for reason in one.reasons}
        for component in ("gap", "thin", "hand_over", "region", "market", "access", "redundancy"):
            value: Interval = getattr(parts, component)
            assert (component in explained) == bool(value.high), (one.id, component)
        assert all(reason.evidence for reason in one.reasons)


def test_an_unknown_part_widens_the_score_and_the_rank() -> None:
    said = [c for c in example() if not (c.subject == "m" and c.predicate == "targets")]

    found = named(asked(project(said)), "m")

    assert found.components.market == Interval(0, 1)
    assert ends(found.score) == near([0.384091 - 0.15, 0.384091])


# -- what must always hold -----------------------------------------------------------------

TERMS = ("optics", "materials", "sensors", "diagnostics", "clinical", "e-health", "plastics")
MARKETS = ("canada", "singapore", "usa", "elsewhere")


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A cluster as drawn: what is empty or ``None`` is unknown."""

    name: str
    terms: tuple[str, ...]
    country: str | None
    regions: tuple[str, ...]
    markets: tuple[str, ...]


@st.composite
def clusters(draw: st.DrawFn) -> list[Drawn]:
    def some(values: Sequence[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(values), unique=True, max_size=3)))

    return [
        Drawn(
            name=f"Cluster {number}",
            terms=some(TERMS),
            country=draw(st.sampled_from((None, "FR", "ES"))),
            regions=some(("north", "south")),
            markets=some(MARKETS),
        )
        for number in range(draw(st.integers(2, 5)))
    ]


def described(drawn: Sequence[Drawn], partners: Sequence[str] = ()) -> list[Claim]:
    said = [c for name in ("Canada", "Singapore", "USA", "Elsewhere") for c in market(name)]
    for one in drawn:
        said += cluster(
            one.name,
            country=one.country,
            # A region belongs to one country; where that is unknown, so is the region.
            regions=[f"{one.country} {r}" for r in one.regions] if one.country else [],
            categories={"technology_field": one.terms},
            targets=one.markets,
        )
    return said + partnership("Partners", members=partners)


def completed(draw: st.DrawFn, one: Drawn) -> Drawn:
    """Fill in what is unknown, in any way."""

    def any_of(values: Sequence[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(values), unique=True, min_size=1, max_size=3)))

    country = one.country or draw(st.sampled_from(("FR", "ES")))
    is_placed = one.country and one.regions
    return replace(
        one,
        terms=one.terms or any_of(TERMS),
        country=country,
        regions=one.regions if is_placed else any_of(("north", "south")),
        markets=one.markets or any_of(MARKETS),
    )


@st.composite
def completions(draw: st.DrawFn) -> tuple[list[Drawn], list[Drawn]]:
    drawn = draw(clusters())
    return drawn, [completed(draw, one) for one in drawn]


FEW = settings(max_examples=40)
ASKED = ("canada", "singapore", "usa")


def rank(graph: PartnershipGraph, alliance: Sequence[str], **asked: Any) -> Candidates:
    return candidates(graph, alliance=alliance, chain=CHAIN, targets=ASKED, **asked)


@FEW
@given(clusters())
def test_scores_are_shares_and_gap_and_thin_add_up(drawn: list[Drawn]) -> None:
    answer = rank(project(described(drawn)), [slug(drawn[0].name)])

    for one in answer.candidates:
        assert one.score.low is not None
        assert one.score.high is not None
        assert 0 <= one.score.low <= one.score.high <= 1
        if one.components.chain_gain != UNKNOWN:
            gap, thin = one.components.gap, one.components.thin
            assert one.components.chain_gain.low == min(1, (gap.low or 0) + (thin.low or 0))


@FEW
@given(clusters(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_given_changes_nothing(
    drawn: list[Drawn], random: Any
) -> None:
    ids = [slug(one.name) for one in drawn]
    graph = project(described(drawn))
    answer = rank(graph, ids[:2], pool=ids)

    shuffled = list(drawn)
    random.shuffle(shuffled)
    again = candidates(
        project(described(shuffled)),
        alliance=ids[1::-1],
        chain=CHAIN,
        targets=ASKED[::-1],
        pool=[slug(one.name) for one in shuffled],
    )

    assert again == answer


@FEW
@given(clusters(), st.permutations(range(5)))
def test_renaming_clusters_changes_no_score(drawn: list[Drawn], numbers: list[int]) -> None:
    names = {one.name: f"Renamed {numbers[place]}" for place, one in enumerate(drawn)}
    renamed = [replace(one, name=names[one.name]) for one in drawn]
    ids = {slug(old): slug(new) for old, new in names.items()}
    partners = [slug(one.name) for one in drawn[1:3]]

    before = rank(project(described(drawn, partners)), [slug(drawn[0].name)])
    after = rank(
        project(described(renamed, [ids[p] for p in partners])), [ids[slug(drawn[0].name)]]
    )

    assert {ids[one.id]: (one.score, one.rank) for one in before.candidates} == {
        one.id: (one.score, one.rank) for one in after.candidates
    }


@settings(max_examples=80)
@given(completions())
def test_a_score_holds_every_way_in_which_the_unknown_may_turn_out(
    both: tuple[list[Drawn], list[Drawn]],
) -> None:
    drawn, whole = both
    alliance = [slug(one.name) for one in drawn[:2]]
    before = {one.id: one for one in rank(project(described(drawn)), alliance).candidates}
    after = {one.id: one for one in rank(project(described(whole)), alliance).candidates}

    for known, one in before.items():
        score, true = one.score, after[known].score
        assert (score.low or 0) <= (true.low or 0) + 1e-9, known
        assert (true.high or 0) <= (score.high or 0) + 1e-9, known
