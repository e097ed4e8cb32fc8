"""The access of many pairs at once is what the plain reading gives pair by pair."""

import numpy as np
import pytest
from hypothesis import given
from tests.builders import cluster, intake, partnership
from tests.worlds import days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.indexing.ties import Codes
from hanse.graph.model import ACCESS_KINDS, PARTNERSHIP_KINDS
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.access import Surroundings, access
from hanse.queries.indexed.pair_access import PairAccess

NAMES = ("Biocat", "BioM", "bioPmed", "Lyonbiopole", "LITEK", "Medicen", "Optence")
CLAIMS = [
    *(said for name in NAMES for said in cluster(name)),
    # The newsletter of January 2017: the four of bioXclusters plus.
    *partnership("bioXclusters plus", members=["biocat", "biom", "biopmed", "lyonbiopole"]),
    *partnership("Second", members=["litek", "biom"]),
    *partnership("Apart", members=["medicen", "optence"]),
]
INDEX = Index.of(SqliteStore.in_memory([intake(CLAIMS)], address="test"))
PAIRS = PairAccess(INDEX, ACCESS_KINDS)


def one(name: str) -> Codes:
    return INDEX.codes([name])


def test_a_stranger_opens_all_it_is_in_touch_with() -> None:
    assert PAIRS.at_most(one("biocat")).tolist() == pytest.approx([0.5])
    assert PAIRS.exactly(one("medicen"), one("biocat")).tolist() == pytest.approx([0.5])


def test_whom_both_know_opens_nothing_anew() -> None:
    assert PAIRS.exactly(one("litek"), one("biocat")).tolist() == pytest.approx([2 * 0.5 / 3])


@pytest.mark.parametrize(
    ("first", "second", "is_common"),
    [("litek", "biocat", True), ("biom", "biopmed", True), ("biocat", "medicen", False)],
)
def test_pairs_with_a_partner_in_common_are_told(first: str, second: str, is_common: bool) -> None:
    assert PAIRS.have_common(one(first), one(second)).tolist() == [is_common]


@given(worlds, days)
def test_each_pair_has_the_access_that_the_plain_reading_says(
    claims: list[Claim], day: str | None
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    named = [(a, b) for a in graph.ids("cluster") for b in graph.ids("cluster") if a != b]
    if not named:
        return
    ones, others = (np.concatenate([index.codes([pair[end]]) for pair in named]) for end in (0, 1))
    for kinds in (ACCESS_KINDS, PARTNERSHIP_KINDS):
        pairs = PairAccess(index, kinds)
        plain = [access(graph, b, Surroundings.of(graph, [a], kinds)).value.low for a, b in named]
        most, common = pairs.at_most(others), pairs.have_common(ones, others)

        assert pairs.exactly(ones, others).tolist() == plain
        assert most[~common].tolist() == np.array(plain)[~common].tolist()
        assert (most >= np.array(plain)).all()
