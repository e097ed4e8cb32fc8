"""The index finds, counts and surrounds as the plain reading does."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import intake
from tests.worlds import CATEGORIES, COUNTRIES, NAMES, days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries import neighbourhood as plain_neighbourhood
from hanse.queries import search as plain
from hanse.queries.indexed.searching import neighbourhood, passing, search

WORDS = ("phot", "é", "ELAN ph", "valley", "optics val", "c1", "r", "", "!", "bw photonics", "name")


def both(claims: list[Claim], day: str | None) -> tuple[Index, PartnershipGraph]:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    return Index.of(store, as_of=day), PartnershipGraph.of(store, as_of=day)


@given(worlds, days, st.randoms(use_true_random=True))
def test_the_same_things_are_found_in_the_same_order(
    claims: list[Claim], day: str | None, random: Random
) -> None:
    index, graph = both(claims, day)
    most = random.choice((0, 1, 3, 20))

    for words in random.sample((*WORDS, *NAMES), 4):
        found = search(index, words, most=most)
        assert found == plain.search(graph, words, most=most), words


@given(worlds, days, st.randoms(use_true_random=True))
def test_the_same_clusters_pass_and_are_counted_alike(
    claims: list[Claim], day: str | None, random: Random
) -> None:
    index, graph = both(claims, day)
    chosen = {
        facet: random.sample(values, random.randint(0, 2))
        for facet, values in (
            ("country", (*COUNTRIES, "XX")),
            ("technology_field", (*CATEGORIES, "c0")),
            ("s3_priority", CATEGORIES),
            ("no_facet", ("x", "y")),
        )
        if random.random() < 0.4
    }

    assert passing(index, chosen, most=3) == plain.passing(graph, chosen, most=3)


@given(worlds, days, st.integers(0, 3), st.sampled_from((1, 5, 200)))
def test_the_same_neighbours_come_first(
    claims: list[Claim], day: str | None, hops: int, most: int
) -> None:
    index, graph = both(claims, day)

    for thing in sorted(graph.networkx)[::7]:
        asked = plain_neighbourhood.neighbourhood(graph, thing, hops=hops, most=most)
        assert neighbourhood(index, thing, hops=hops, most=most) == asked


@pytest.mark.parametrize("words", ["", " ", "—", "..."])
def test_nothing_asked_is_nothing_found(words: str) -> None:
    index, graph = both([], None)

    assert search(index, words) == plain.search(graph, words) == plain.Hits(things=(), total=0)
