"""All clusters of a group cover the chain alike, and just as the plain reading says."""

import pytest
from hypothesis import given
from tests.builders import cluster, intake, value_chain
from tests.worlds import chains, days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.chains import Feeds
from hanse.queries.indexed import signatures
from hanse.queries.indexed.signatures import ChainGroups

FEEDS = Feeds.of(value_chain({"Optics": 1.0}, {"Lasers": 0.5, "Optics": 0.3}))


def indexed(**labels: list[str]) -> Index:
    claims = [
        said
        for name, known in labels.items()
        for said in cluster(name, categories={"technology_field": known})
    ]
    return Index.of(SqliteStore.in_memory([intake(claims)], address="test"))


@pytest.mark.parametrize("scale_by_active", [False, True])
@given(claims=worlds, day=days, chain=chains)
def test_everybody_covers_what_the_plain_reading_says(
    claims: list[Claim], day: str | None, chain: ValueChain, *, scale_by_active: bool
) -> None:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    feeds = Feeds.of(chain)
    groups = ChainGroups.of(index, feeds, scale_by_active=scale_by_active)
    for row, one in enumerate(index.ids.some(index.clusters)):
        known = graph.cluster(one)
        if known.category_ids:
            plain = feeds.covers(known, scale_by_active=scale_by_active)
            group = groups.of_rows[row]
            assert groups.lows[group].tolist() == [cover.low for cover in plain]
            assert groups.highs[group].tolist() == [cover.high for cover in plain]


def test_clusters_that_cover_alike_are_one_group_and_listed_by_id() -> None:
    index = indexed(d=["Optics"], b=["Lasers"], c=["Optics", "Lasers"], a=["Optics"])

    groups = ChainGroups.of(index, FEEDS)

    of = dict(zip("abcd", groups.of_rows.tolist(), strict=True))
    assert of["a"] == of["d"]
    assert len(set(of.values())) == 3  # optics, lasers, both
    listed = groups.rows[groups.starts[of["a"]] : groups.starts[of["a"] + 1]]
    assert index.ids.some(index.clusters[listed]) == ["a", "d"]


def test_those_without_categories_are_in_no_list_and_those_off_the_chain_are_told_apart() -> None:
    index = indexed(a=["Optics"], b=["Steel"], c=[])

    groups = ChainGroups.of(index, FEEDS)

    assert index.ids.some(index.clusters[sorted(groups.rows)]) == ["a", "b"]
    assert groups.sizes.sum() == len("ab")
    assert groups.is_on_chain[groups.of_rows].tolist() == [True, False, False]


def test_counted_in_a_table_or_sorted_the_groups_are_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = indexed(a=["Optics"], b=["Lasers"], c=["Optics", "Lasers"], d=[])
    counted = ChainGroups.of(index, FEEDS)
    monkeypatch.setattr(signatures, "TABLE", 0)

    ordered = ChainGroups.of(index, FEEDS)

    assert ordered.of_rows.tolist() == counted.of_rows.tolist()
    assert ordered.highs.tolist() == counted.highs.tolist()
