"""What groups add to a chain is what each of them adds by the plain reading."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import cluster, project, value_chain
from tests.worlds import chains

from hanse.graph.model import ClusterOrganisation, ValueChain
from hanse.queries.chains import Feeds, StageCover, Standing
from hanse.queries.gains import gains
from hanse.queries.indexed.chain_gains import GroupGains, group_gains
from hanse.queries.scores import Weights

CHAIN = value_chain({"Optics": 1.0}, {"Lasers": 1.0})
covers = st.sampled_from((0.0, 0.3, 0.5, 1.0))
members = st.lists(st.sampled_from(("Optics", "Health", "Lasers", None)), max_size=3)


def known(labels: list[str | None]) -> list[ClusterOrganisation]:
    """Return members of one category each; ``None`` is one whose category nobody states."""
    claims = [
        said
        for number, label in enumerate(labels)
        for said in cluster(
            f"Member {number}", categories={"technology_field": [label]} if label else {}
        )
    ]
    return list(project(claims).clusters())


def added(labels: list[str | None], *rows: list[float]) -> GroupGains:
    standing = Standing.of(Feeds.of(CHAIN), known(labels))
    return group_gains(standing, np.array(rows), np.array(rows))


@given(chains, members, st.data())
def test_each_group_adds_what_one_of_its_clusters_adds(
    chain: ValueChain, labels: list[str | None], data: st.DataObject
) -> None:
    standing = Standing.of(Feeds.of(chain), known(labels))
    number = len(chain.stages)
    ends = data.draw(
        st.lists(st.lists(st.tuples(covers, covers), min_size=number, max_size=number), min_size=1)
    )
    lows = np.array([[min(pair) for pair in row] for row in ends])
    highs = np.array([[max(pair) for pair in row] for row in ends])

    found = group_gains(standing, lows, highs)

    for group, row in enumerate(ends):
        plain = gains(standing, [StageCover(low=min(pair), high=max(pair)) for pair in row])
        told = (plain.chain_gain, plain.hand_over, plain.redundancy)
        parts = (found.chain, found.hand_over, found.redundancy)
        for (low, high), expected in zip(parts, told, strict=True):
            assert low[group] == pytest.approx(expected.low or 0)
            assert high[group] == pytest.approx(expected.high or 0)


def test_a_first_provider_brings_more_than_a_second() -> None:
    first, second = added(["Optics"], [0.0, 1.0], [1.0, 0.0]).chain[0]

    assert first == pytest.approx(0.35 / 0.65)
    assert second == pytest.approx(0.15 / 0.65)


def test_to_a_complete_chain_nothing_is_added_and_all_is_redundant() -> None:
    found = added(["Optics", "Optics", "Lasers", "Lasers"], [1.0, 1.0])

    assert found.chain[1].tolist() == [0]
    assert found.redundancy[0].tolist() == [1]


def test_redundancy_is_taken_off_at_its_most_from_the_low_end() -> None:
    one = np.ones(1)
    found = GroupGains(chain=(0 * one, one), hand_over=(0 * one, one), redundancy=(0 * one, one))

    low, high = found.weighed(Weights(chain_gain=0.4, hand_over=0.2, redundancy=0.1))

    assert low.tolist() == pytest.approx([-0.1])
    assert high.tolist() == pytest.approx([0.6])
