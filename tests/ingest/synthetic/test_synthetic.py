"""An invented project is the same for the same seed, made as it is read, and says what it is."""

from collections.abc import Iterator
from itertools import islice

import pytest

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.chains import read_chain
from hanse.ingest.synthetic import MOST, synthetic
from hanse.queries.complementarity import candidates


def claims(number: int, seed: int) -> list[Claim]:
    return list(synthetic(number, seed=seed).claims)


def test_the_same_seed_gives_the_same_claims_and_another_others() -> None:
    assert claims(40, 1) == claims(40, 1)
    assert {c.value for c in claims(40, 1)} != {c.value for c in claims(40, 2)}


def test_claims_are_made_as_they_are_read() -> None:
    brought = synthetic(20_000, seed=1).claims

    assert isinstance(brought, Iterator)
    assert len(list(islice(brought, 10))) == 10


def test_source_and_title_say_that_all_is_synthetic() -> None:
    brought = synthetic(5, seed=3)
    (source,) = brought.sources

    assert brought.settings is not None
    assert str(brought.settings.title).startswith("Synthetic project: 5 invented clusters")
    assert (source.kind, source.id) == ("synthetic", "synthetic-5-3")
    assert "No cluster" in source.note
    assert {claim.source for claim in brought.claims} == {"synthetic-5-3"}


def test_a_project_holds_as_many_clusters_as_asked_for_and_every_tie_leads_somewhere() -> None:
    store = SqliteStore.in_memory([synthetic(60, seed=1)], address="test")
    graph = PartnershipGraph.of(store)

    assert len(graph.ids("cluster")) == 60
    assert graph.dangling == ()
    assert all(graph.value(thing, "synthetic") is True for thing in graph.networkx)


def test_the_alliance_that_a_project_opens_with_can_be_completed_by_its_chain() -> None:
    brought = synthetic(200, seed=1)
    graph = PartnershipGraph.of(SqliteStore.in_memory([brought], address="test"))
    assert brought.settings is not None
    members = graph.members(str(brought.settings.alliance))
    chain = read_chain(graph.definitions("chain")[0].text, where="chain")

    assert 2 <= len(members) <= 6
    found = candidates(graph, alliance=members, chain=chain, top=3).candidates
    assert len(found) == 3


@pytest.mark.parametrize("number", [0, -1, MOST])
def test_no_clusters_and_too_many_are_refused(number: int) -> None:
    with pytest.raises(BadInput, match="cannot be invented"):
        synthetic(number, seed=1)
