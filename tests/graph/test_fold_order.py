"""Whatever the claims and their order, folding them ends, and the same graph comes of it."""

import random

from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.graph.fold import Folded, fold

_THINGS = st.sampled_from(["biocat", "laser-go", "nl"])
_SAID = st.one_of(
    st.builds(claim, _THINGS, st.just("kind"), st.sampled_from(["cluster", "partnership"])),
    st.builds(claim, _THINGS, st.sampled_from(["name", "alias", "country"]), strategies.texts),
    st.builds(claim, _THINGS, st.sampled_from(["since", "until"]), strategies.days),
    st.builds(
        claim,
        _THINGS,
        st.sampled_from(["member_of", "targets", "same_as", "within"]),
        _THINGS,
        since=strategies.maybe_days,
        until=strategies.maybe_days,
        as_of=strategies.maybe_days,
    ),
    strategies.claims(subjects=_THINGS),
)


def ties(folded: Folded) -> set[tuple[str, str, str]]:
    edges = folded.networkx.edges(keys=True)
    return {(subject, key[0], other) for subject, other, key in edges}


def picture(folded: Folded) -> object:
    nodes = {
        thing: (said["kind"], said["name"], said["attributes"], said["counts"])
        for thing, said in folded.networkx.nodes(data=True)
    }
    return nodes, ties(folded), folded.absent, folded.merged, set(folded.dangling)


@given(st.lists(_SAID, max_size=12), strategies.maybe_days, st.integers(0, 2**32))
def test_the_graph_does_not_depend_on_the_order_of_the_claims(
    said: list[Claim], day: str | None, seed: int
) -> None:
    shuffled = list(said)
    random.Random(seed).shuffle(shuffled)

    assert picture(fold(said, as_of=day)) == picture(fold(shuffled, as_of=day))


@given(st.lists(_SAID, max_size=12), strategies.days)
def test_a_day_only_ever_leaves_out(said: list[Claim], day: str) -> None:
    everything, then = fold(said), fold(said, as_of=day)

    assert set(then.networkx) <= set(everything.networkx)
    assert ties(then) <= ties(everything)
    assert not set(then.networkx) & set(then.absent)
