"""Bounds on unions: the reference fixture, LASER-GO D4.1 section 3.2, and random truths."""

import itertools
import json
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.graph.quantities import UNKNOWN, Interval, exact
from hanse.queries.bounds import StatedSizes, frechet, size_of_union
from hanse.queries.statements import Statement, StatementKind

EXPECTED = json.loads((Path(__file__).parents[1] / "data" / "expected.json").read_text("utf-8"))
REACH = EXPECTED["reach"]
D41 = EXPECTED["d41"]


def said(
    sets: Collection[str],
    low: float | None,
    high: float | None,
    *,
    kind: StatementKind = "union",
    name: str = "",
) -> Statement:
    return Statement(
        id=name or f"{kind} {' '.join(sorted(sets))}",
        sets=frozenset(sets),
        size=Interval(low, high),
        kind=kind,
    )


def of_sizes(**sizes: float) -> list[Statement]:
    return [said([name], size, size) for name, size in sizes.items()]


def overlap(sets: str, low: float, high: float) -> Statement:
    return said(sets, low, high, kind="overlap")


TOY = of_sizes(a=REACH["sizes"][0], b=REACH["sizes"][1], c=REACH["sizes"][2])


@pytest.mark.parametrize(
    ("key", "further"),
    [
        ("frechet", []),
        ("pairs_30_20_10", [overlap("ab", 30, 30), overlap("ac", 20, 20), overlap("bc", 10, 10)]),
        ("one_pair_20_40", [overlap("ab", 20, 40)]),
        ("universe_150", [said("abc", None, 150)]),
    ],
)
def test_bounds_are_those_of_the_fixture(key: str, further: list[Statement]) -> None:
    found = size_of_union("abc", [*TOY, *further])

    assert found.interval == Interval(*REACH[key])
    assert found.is_tightest
    assert found.contradictions == ()


def test_a_universe_smaller_than_one_set_is_a_contradiction_and_names_both() -> None:
    assert REACH["universe_90"] is None

    found = size_of_union("abc", [*TOY, said("abc", None, 90, name="universe")])

    assert found.contradictions == (("union a", "universe"),)


def test_regions_with_a_capacity_are_those_of_the_fixture() -> None:
    places = {"a": frozenset({"R1"}), "b": frozenset({"R1"}), "c": frozenset({"R2"})}

    found = size_of_union("abc", [*TOY, said("ab", None, 150)], places=places)

    assert found.interval == Interval(*REACH["regions"])


# LASER-GO D4.1, section 3.2: who sits where, and what is stated.
SIX = ("biocat", "medicen", "optence", "litek", "opticsvalley", "hts")
THREE = ("biom", "biopmed", "lyonbiopole")
PLACES = {
    "biocat": frozenset({"Catalonia"}),
    "medicen": frozenset({"Île-de-France"}),
    "optence": frozenset({"Rheinland-Pfalz", "Hessen"}),
    "litek": frozenset({"Lithuania"}),
    "opticsvalley": frozenset({"Île-de-France"}),
    "hts": frozenset({"Styria"}),
    "biom": frozenset({"Bavaria"}),
    "biopmed": frozenset({"Piemonte"}),
    "lyonbiopole": frozenset({"Rhône-Alpes"}),
}
KNOWN = of_sizes(biocat=871, medicen=300, optence=85)
SUM_OF_SIX = said(SIX, 1600, 1600, kind="sum")


def test_the_union_of_1600_and_1700_lies_between_the_larger_and_the_sum() -> None:
    found = size_of_union((*SIX, *THREE), [said(SIX, 1600, 1600), said(THREE, 1700, 1700)])

    assert found.interval == Interval(*D41["union_1700_excl"])


def test_if_the_1700_hold_biocat_its_871_are_counted_once() -> None:
    with_biocat = said((*THREE, "biocat"), 1700, 1700)

    found = size_of_union((*SIX, *THREE), [*KNOWN, said(SIX, 1600, 1600), with_biocat])

    assert found.interval == Interval(*D41["union_1700_incl_biocat"])


def test_six_by_region_can_overlap_in_ile_de_france_only() -> None:
    found = size_of_union(SIX, [*KNOWN, SUM_OF_SIX], places=PLACES)

    assert found.interval == Interval(*D41["six_by_region"])


@pytest.mark.parametrize(
    ("key", "stated_of", "number"),
    [
        ("with_three_regions_excl", THREE, 1700),
        ("with_three_regions_incl_871", (*THREE, "biocat"), 1700),
        ("with_three_regions_incl_966", (*THREE, "biocat"), 1700 - 95),
    ],
)
def test_the_readings_of_1700_by_region_are_those_of_the_fixture(
    key: str, stated_of: Sequence[str], number: int
) -> None:
    statements = [*KNOWN, SUM_OF_SIX, said(stated_of, number, number)]

    found = size_of_union((*SIX, *THREE), statements, places=PLACES)

    assert found.interval == Interval(*D41[key])


def test_an_unknown_size_adds_nothing_below_and_opens_the_upper_end() -> None:
    assert frechet([exact(871), UNKNOWN, exact(85)]) == Interval(871, None)
    assert size_of_union(["biocat", "litek"], of_sizes(biocat=871)).interval == Interval(871, None)


def test_nothing_known_is_unknown_and_not_zero() -> None:
    assert size_of_union(["litek"], []).interval == UNKNOWN


def test_no_sets_reach_nothing() -> None:
    assert size_of_union([], TOY).interval == exact(0)
    assert frechet([]) == exact(0)


def test_three_sets_known_to_share_ten_are_bound_by_the_triple() -> None:
    found = size_of_union("abc", [*TOY, overlap("abc", 10, 10)])

    # ten count three times in the sum of 240, the rest of it at most twice: 10 + 210 / 2
    assert found.interval == Interval(115, 220)


def test_what_is_stated_of_a_larger_group_caps_a_smaller_one() -> None:
    assert size_of_union("ab", [*TOY, said("abc", None, 150)]).interval == Interval(100, 150)


def test_what_is_stated_of_a_smaller_group_lifts_a_larger_one() -> None:
    assert size_of_union("abc", [said("ab", 170, None)]).interval == Interval(170, None)


def test_what_leaves_takes_with_it_what_nobody_else_holds() -> None:
    lost = size_of_union("a", TOY, without="bc")

    assert lost.interval == Interval(0, 100)
    assert size_of_union("a", of_sizes(a=100, b=30), without="b").interval == Interval(70, 100)


def test_in_regions_of_its_own_a_set_takes_all_of_it_along() -> None:
    places = {"a": frozenset({"R1"}), "b": frozenset({"R2"})}

    assert size_of_union("a", TOY, without="b", places=places).interval == exact(100)


# Figures of both documents, with the newsletter's 3,300 SMEs as a floor for companies.
CLASHING = [
    *of_sizes(biocat=871, optence=85),
    said(SIX, 1600, None, name="six"),
    said(THREE, 1700, 1700, name="three"),
    said((*SIX, *THREE), 2300, 2300, name="all"),
    said((*THREE, "biocat"), 3300, None, name="four"),
]


def test_figures_that_clash_are_named_and_the_range_spans_every_way_out() -> None:
    found = size_of_union((*SIX, *THREE), CLASHING)

    assert found.contradictions == (("all", "four"), ("four", "three", "union biocat"))
    assert found.interval == Interval(2300, None)
    assert size_of_union(THREE, CLASHING).interval == Interval(1700, None)


def test_a_lenient_reading_is_used_only_where_figures_clash_as_stated() -> None:
    stated = [*of_sizes(a=100, b=80), said("ab", 90, 90, name="about 90")]
    lenient = [*of_sizes(a=100, b=80), said("ab", 81, 100, name="about 90")]

    assert StatedSizes(stated, lenient=lenient).union("b").interval == exact(80)
    found = StatedSizes(stated, lenient=lenient).union("ab")
    assert (found.interval, found.is_lenient) == (exact(100), True)
    assert found.contradictions == ()


def test_a_statement_can_be_left_out_of_account() -> None:
    sizes = StatedSizes([*TOY, said("abc", None, 150, name="universe")])

    assert sizes.union("abc", aside=["universe"]).interval == Interval(100, 240)


def test_beyond_twelve_sets_that_all_overlap_bounds_hold_and_say_they_may_be_narrower() -> None:
    names = [f"s{number:02}" for number in range(14)]
    sizes = [said([name], 10 + place, 10 + place) for place, name in enumerate(names)]
    pairs = [overlap_of(a, b, 5) for a, b in itertools.pairwise(names)]

    found = size_of_union(names, [*sizes, *pairs])

    assert not found.is_tightest
    assert found.interval == Interval(23, sum(range(10, 24)))


def overlap_of(first: str, second: str, number: float) -> Statement:
    return said([first, second], number, number, kind="overlap")


NAMES = "abcde"
members = st.lists(st.frozensets(st.integers(0, 9)), min_size=len(NAMES), max_size=len(NAMES)).map(
    lambda sets: dict(zip(NAMES, sets, strict=True))
)
asked = st.frozensets(st.sampled_from(NAMES), min_size=1)


@st.composite
def true_statements(draw: st.DrawFn, sets: dict[str, frozenset[int]]) -> list[Statement]:
    """Draw statements that hold of ``sets``, each as loose as may be."""
    found = []
    for place in range(draw(st.integers(0, 7))):
        names = draw(asked)
        kind: StatementKind = draw(st.sampled_from(("union", "overlap", "sum")))
        size = measured(sets, names, kind)
        low = draw(st.none() | st.integers(0, size))
        high = draw(st.none() | st.integers(size, size + 5))
        found.append(said(names, low, high, kind=kind, name=str(place)))
    return found


def measured(sets: dict[str, frozenset[int]], names: Collection[str], kind: str) -> int:
    chosen = [sets[name] for name in names]
    if kind == "sum":
        return sum(map(len, chosen))
    joined = frozenset.union if kind == "union" else frozenset.intersection
    return len(joined(*chosen))


def holds(interval: Interval, value: float) -> bool:
    is_below = interval.low is None or interval.low <= value
    return is_below and (interval.high is None or value <= interval.high)


@settings(max_examples=200)
@given(members, asked, st.data())
def test_bounds_contain_every_truth(
    sets: dict[str, frozenset[int]], names: frozenset[str], data: st.DataObject
) -> None:
    statements = data.draw(true_statements(sets))

    found = size_of_union(names, statements)

    assert found.contradictions == ()
    assert holds(found.interval, measured(sets, names, "union"))


@settings(max_examples=200)
@given(members, asked, asked, st.data())
def test_bounds_of_what_is_lost_contain_every_truth(
    sets: dict[str, frozenset[int]],
    leaving: frozenset[str],
    staying: frozenset[str],
    data: st.DataObject,
) -> None:
    statements = data.draw(true_statements(sets))
    lost = frozenset[int]().union(*(sets[name] for name in leaving - staying))
    kept = frozenset[int]().union(*(sets[name] for name in staying))

    found = size_of_union(leaving, statements, without=staying)

    assert holds(found.interval, len(lost - kept))


@settings(max_examples=200)
@given(members, asked, st.data())
def test_bounds_by_place_contain_every_truth_in_which_places_share_nothing(
    sets: dict[str, frozenset[int]], names: frozenset[str], data: st.DataObject
) -> None:
    statements = data.draw(true_statements(sets))
    places = {name: frozenset(str(one // 4) for one in sets[name]) for name in NAMES}

    found = size_of_union(names, statements, places=places)

    assert found.contradictions == ()
    assert holds(found.interval, measured(sets, names, "union"))


@given(members, asked, st.sampled_from(NAMES), st.data())
def test_adding_a_member_never_lowers_either_bound(
    sets: dict[str, frozenset[int]], names: frozenset[str], further: str, data: st.DataObject
) -> None:
    statements = data.draw(true_statements(sets))

    before = size_of_union(names, statements).interval
    after = size_of_union(names | {further}, statements).interval

    assert (after.low or 0) >= (before.low or 0)
    assert after.high is None or (before.high is not None and after.high >= before.high)


@given(members, asked, st.data())
def test_a_further_true_statement_never_widens_the_bounds(
    sets: dict[str, frozenset[int]], names: frozenset[str], data: st.DataObject
) -> None:
    statements = data.draw(true_statements(sets))

    wide = size_of_union(names, statements[:-1]).interval
    narrow = size_of_union(names, statements).interval

    assert (narrow.low or 0) >= (wide.low or 0)
    assert wide.high is None or (narrow.high is not None and narrow.high <= wide.high)


@given(members, asked, st.data())
def test_the_order_of_statements_changes_nothing(
    sets: dict[str, frozenset[int]], names: frozenset[str], data: st.DataObject
) -> None:
    statements = data.draw(true_statements(sets))

    assert size_of_union(names, statements) == size_of_union(names, statements[::-1])
