"""What is written comes back equal: claims, sources, definitions, settings, rows put aside."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.builders import claim, cluster

from hanse.graph.claims import STATUSES, Claim
from hanse.graph.errors import BadInput
from hanse.graph.model import Feed, Stage, ValueChain
from hanse.graph.rdf import project
from hanse.graph.rdf.parsing import parsed
from hanse.graph.rdf.project import is_ours, project_of, project_quads
from hanse.graph.rdf.terms import SCORE, THING, named
from hanse.graph.rdf.writing import WRITTEN, serialise
from hanse.graph.schema import schema
from hanse.graph.store import Contents, Definition, Origin

RecordT = TypeVar("RecordT")
PREDICATES = [
    name for name in (*schema().relations, *schema().attributes) if name not in ("since", "until")
]
# Values that a mapping may take for something else than what they are.
OURS = "https://hanse.invalid/"
TRAPS = [*schema().kinds, ".", "..", "http://a/b c", "https://e.org/x", "2017-04", "true",
         f"{OURS}quantity/1", f"{OURS}id/x"]  # fmt: skip
claims = st.builds(
    Claim,
    subject=strategies.texts | st.sampled_from([".", "..", "a/b", "a%2Fb"]),
    predicate=st.sampled_from(PREDICATES) | strategies.predicates,
    value=strategies.values | st.sampled_from(TRAPS),
    source=strategies.texts,
    locator=strategies.texts,
    as_of=strategies.maybe_days,
    since=strategies.maybe_days,
    until=strategies.maybe_days,
    role=strategies.maybe_texts | st.just(""),
    context=strategies.maybe_texts,
    status=st.sampled_from(STATUSES),
    as_written=strategies.maybe_texts,
    note=strategies.maybe_texts,
)
contents = st.builds(
    Contents,
    sources=st.lists(strategies.sources, max_size=3).map(lambda s: once(s, "id")),
    definitions=st.lists(strategies.definitions, max_size=3).map(lambda s: once(s, "kind", "id")),
    put_aside=st.lists(strategies.rows_put_aside, max_size=3).map(tuple),
    origins=st.lists(
        st.builds(
            Origin, name=strategies.texts, rows=st.integers(0, 10**9), written=strategies.texts
        ),
        max_size=2,
    ).map(lambda s: once(s, "name")),
    settings=strategies.project_settings,
)


def once(items: Sequence[RecordT], *keys: str) -> tuple[RecordT, ...]:
    """Return items as a store keeps them: one of each key, in order."""
    found = {tuple(str(getattr(item, key)) for key in keys): item for item in items}
    return tuple(found[key] for key in sorted(found))


def exactly(every: list[Claim]) -> set[tuple[int, str]]:
    """Return claims so that yes, 1 and 1.0 differ, which are equal in Python."""
    return {(one.id, repr(one)) for one in {one.id: one for one in every}.values()}


@pytest.mark.parametrize("ending", WRITTEN)
@given(every=st.lists(claims, max_size=5), held=contents)
def test_a_project_comes_back_equal_from_every_format(
    ending: str, every: list[Claim], held: Contents
) -> None:
    text = serialise(project_quads(every, held), ending)

    read = project_of(parsed(text, ending, where="x").quads)

    assert exactly(list(read.claims)) == exactly(every)
    assert read.contents == held
    assert read.put_aside == ()


@given(every=st.lists(claims, max_size=5), held=contents)
def test_what_is_read_is_written_as_the_same_graph(every: list[Claim], held: Contents) -> None:
    """No node is nameless, so that graphs are isomorphic when they are equal."""
    quads = project_quads(every, held)
    read = project_of(quads)

    assert project_quads(read.claims, read.contents) == quads


@given(every=st.lists(claims, max_size=5))
def test_the_order_of_claims_does_not_matter(every: list[Claim]) -> None:
    assert project_quads(every) == project_quads(every[::-1])


def test_yes_and_one_are_two_claims() -> None:
    both = [claim("a", "order", True), claim("a", "order", 1)]

    assert len(project_of(project_quads(both)).claims) == 2


def test_a_chain_is_described_and_its_text_is_what_comes_back() -> None:
    stages = tuple(
        Stage(id=name, label=name, weight=0.5,
              feeds=(Feed(scheme="s3_priority", label="Photonics", relevance=1.0),))
        for name in ("a", "b")
    )  # fmt: skip
    chain = ValueChain(id="light", label="Light", stages=stages)
    held = Contents(definitions=(Definition(kind="chain", id="light", text="TOML"),))
    quads = project_quads([], held, chains=[chain])

    knowing = project_of(quads, read_chain=lambda _: chain)
    not_knowing = project_of(quads)

    assert knowing.contents == held
    assert knowing.put_aside == ()
    assert len(not_knowing.put_aside) > 10


def test_scores_are_shown_and_are_nobodys_claims() -> None:
    quads = project_quads(cluster(), scores={"biocat": {"fit_low": 0.4, "fit_rank_best": 1}})

    assert named(SCORE, "fit_low") in {
        q.predicate for q in quads if q.subject == named(THING, "biocat")
    }
    assert exactly(list(project_of(quads).claims)) == exactly(cluster())


def test_a_project_too_large_for_rdf_is_refused_before_it_fills_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(project, "MOST_CLAIMS", 2)

    with pytest.raises(BadInput, match="the project has 3 claims; RDF is made of 2 at most"):
        project_quads([claim(role=role) for role in "abc"])


def test_what_is_ours_is_told_from_what_is_not() -> None:
    assert is_ours(project_quads([claim()]))
    assert not is_ours([])


def test_a_note_makes_another_claim() -> None:
    both = [claim(), replace(claim(), note="seen twice")]

    assert exactly(list(project_of(project_quads(both)).claims)) == exactly(both)
