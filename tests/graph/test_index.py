"""The index holds what the graph of the same claims holds on the same day."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, intake, partnership
from tests.worlds import UNITS, days, worlds

from hanse.graph.claims import Claim
from hanse.graph.errors import ImpossibleDate, UnknownName
from hanse.graph.index import Index
from hanse.graph.indexing.facts import ABOUT, UNDECIDED
from hanse.graph.model import SCHEMES, Settings
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.schema import schema
from hanse.graph.stores.sqlite import SqliteStore


def both(
    claims: Iterable[Claim], day: str | None = None, *, trust: tuple[str, ...] = ()
) -> tuple[Index, PartnershipGraph]:
    brought = intake(claims, settings=Settings(trust=trust))
    store = SqliteStore.in_memory([brought], address="test")
    return Index.of(store, as_of=day), PartnershipGraph.of(store, as_of=day)


@given(worlds, days)
def test_the_same_things_are_there_with_the_same_names(
    claims: list[Claim], day: str | None
) -> None:
    index, graph = both(claims, day)

    assert list(index.ids) == sorted(graph.networkx)
    assert list(index.labels) == [graph.name(thing) for thing in index.ids]
    assert [index.kind(n) for n in range(len(index))] == [graph.kind(t) for t in index.ids]
    known = [graph.value(thing, "country") for thing in index.ids]
    assert [index.text_of(code) for code in index.countries] == known
    assert index.ids.some(index.clusters) == list(graph.ids("cluster"))


@given(worlds, days)
def test_the_same_things_are_tied_to_each_other(claims: list[Claim], day: str | None) -> None:
    index, graph = both(claims, day)

    for relation in schema().relations:
        out, into = index.out(relation), index.into(relation)
        for code, thing in enumerate(index.ids):
            assert index.ids.some(out.of_one(code)) == list(graph.targets_of(thing, relation))
            assert index.ids.some(into.of_one(code)) == list(graph.sources_of(thing, relation))


@given(worlds, days)
def test_clusters_have_the_same_categories_and_places(claims: list[Claim], day: str | None) -> None:
    index, graph = both(claims, day)

    for row, known in enumerate(graph.clusters()):
        place = int(index.places.of_clusters[row])
        country = index.text_of(int(index.places.countries[place]))
        regions = index.ids.some(index.places.regions.of_one(place))
        assert (country, sorted(regions)) == (known.country, sorted(known.regions))
        assert bool(index.is_categorised[row]) == bool(known.category_ids)
    for code, thing in enumerate(index.ids):
        assert index.ids.some(index.wider.of_one(code)) == sorted(graph.wider(thing))
        is_category = str(graph.value(thing, "scheme")) in SCHEMES
        assert bool(index.is_category[code]) == is_category


@given(worlds, days)
def test_the_same_markets_are_sure_and_the_same_are_open(
    claims: list[Claim], day: str | None
) -> None:
    index, graph = both(claims, day)
    choices = index.choices
    sides = zip(
        choices.things.tolist(), choices.contexts.tolist(), choices.markets.tolist(), strict=True
    )

    found: dict[str, set[frozenset[str]]] = {}
    together: dict[tuple[int, int], set[str]] = {}
    for thing, context, market in sides:
        together.setdefault((thing, context), set()).add(index.ids[market])
    for (thing, _), markets in together.items():
        found.setdefault(index.ids[thing], set()).add(frozenset(markets))

    for code, thing in enumerate(index.ids):
        targets = graph.ties(thing, "targets")
        sure = {claim.other for claim in targets if claim.context is None}
        assert set(index.ids.some(index.sure_targets.of_one(code))) == sure
        contexts = {claim.context for claim in targets if claim.context is not None}
        assert found.get(thing, set()) == {
            frozenset(c.other for c in targets if c.context == context) for context in contexts
        }


@given(worlds, days, st.sampled_from(((), ("b",))))
def test_counts_are_chosen_the_same_way(
    claims: list[Claim], day: str | None, trust: tuple[str, ...]
) -> None:
    index, graph = both(claims, day, trust=trust)

    for unit in UNITS:
        counts = index.counts(unit)
        stated = {t: graph.preference(t, unit) for t in index.ids if graph.preference(t, unit)}
        assert index.ids.some(counts.things) == list(stated)
        lows, highs = counts.lows.tolist(), counts.highs.tolist()
        for chosen, low, high, marks in zip(
            stated.values(), lows, highs, counts.marks, strict=True
        ):
            assert chosen is not None
            assert (None if low != low else low) == chosen.interval.low
            assert (None if high != high else high) == chosen.interval.high
            assert bool(marks & ABOUT) == (chosen.qualifier == "about")
            assert bool(marks & UNDECIDED) == (chosen.claim is None)


@given(worlds, days)
def test_flags_are_no_yes_or_both(claims: list[Claim], day: str | None) -> None:
    index, graph = both(claims, day)
    things, states = index.flags("eccp_listed")

    found = dict(zip(index.ids.some(things), states.tolist(), strict=True))

    stated = {thing: set(graph.values(thing, "eccp_listed")) for thing in index.ids}
    words = {0: {False}, 1: {True}, 2: {False, True}}
    assert {t: words[state] for t, state in found.items()} == {t: v for t, v in stated.items() if v}


@given(worlds, days, st.text(max_size=3))
def test_a_name_finds_the_same_thing(claims: list[Claim], day: str | None, more: str) -> None:
    index, graph = both(claims, day)
    names = {str(c.value) for c in claims if c.predicate in ("name", "alias")}

    for name in sorted({*names, *(c.subject for c in claims), more}):
        for kinds in ((), ("cluster",), ("region", "market")):
            assert found(index, name, kinds) == found(graph, name, kinds)


def found(known: Index | PartnershipGraph, name: str, kinds: tuple[str, ...]) -> str | None:
    try:
        return known.find(name, *kinds)
    except UnknownName:
        return None


def test_a_name_nobody_has_is_refused_with_the_nearest() -> None:
    index, _ = both(cluster("BIOCAT") + cluster("Bioindustry Park"))

    with pytest.raises(UnknownName, match="did you mean BIOCAT"):
        index.find("biocta", "cluster")


def test_a_name_that_several_have_asks_for_the_id() -> None:
    index, _ = both(cluster("BIOCAT", id="one") + cluster("Biocat", id="two"))

    with pytest.raises(UnknownName, match="may be one or two"):
        index.find("biocat")


def test_a_day_that_no_calendar_holds_is_refused() -> None:
    store = SqliteStore.in_memory([intake(cluster())], address="test")

    with pytest.raises(ImpossibleDate):
        Index.of(store, as_of="2017-02-30")


def test_an_empty_project_has_an_index() -> None:
    index, _ = both([])

    assert len(index) == len(index.clusters) == 0
    assert index.out("member_of").of_one(0).tolist() == []


def test_each_source_is_known_by_the_number_of_its_claims() -> None:
    claims = cluster("BIOCAT") + partnership("LASER-GO", members=["biocat"])
    store = SqliteStore.in_memory([intake(claims)], address="test")

    assert Index.of(store).sources == dict(store.claims_by_source())
