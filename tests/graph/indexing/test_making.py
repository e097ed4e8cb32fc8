"""Things are numbered in the order of their ids, and ties lead only to what is there."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tests.builders import category, claim, cluster, partnership

from hanse.graph.indexing.gathering import Gathering
from hanse.graph.indexing.making import columns_of, made, ties_of
from hanse.graph.indexing.texts import Texts
from hanse.graph.indexing.ties import Ties
from hanse.graph.indexing.wording import Column
from hanse.graph.stores.rows import to_row

if TYPE_CHECKING:
    from hanse.graph.claims import Claim

CLAIMS = [
    *partnership("P", members=["mid", "ahead"]),
    *cluster("Mid", country="ES", numbers={"members": 8}),
    *cluster("Ahead", categories={"technology_field": ["Optics"]}, numbers={"companies": 70}),
    claim("mid", "located_in", "nowhere"),
    *category("of_no_known_kind", "Odd"),
    claim("mid", "classified_as", "of_no_known_kind:odd"),
]


def made_of(subjects: list[str]) -> tuple[dict[str, Column], tuple[str, ...]]:
    """Make an index of the claims, met by subject in the order given."""
    gathering = Gathering(day=None)
    by_subject: dict[str, list[Claim]] = {}
    for said in CLAIMS:
        by_subject.setdefault(said.subject, []).append(said)
    for subject in subjects or by_subject:
        gathering.take(subject, [to_row(said) for said in by_subject[subject]])
    return made(gathering.facts())


def ids_of(columns: Mapping[str, Column]) -> list[str]:
    return list(Texts(columns["ids.letters"], columns["ids.ends"]))  # type: ignore[arg-type]  # letters and places


def test_things_are_numbered_by_their_ids_and_words_in_order() -> None:
    columns, texts = made_of([])
    ids = ids_of(columns)

    assert ids == sorted({said.subject for said in CLAIMS})
    assert list(texts) == sorted(texts)
    kinds = [texts[n] for n in columns["kinds"]]
    assert [thing for thing, kind in zip(ids, kinds, strict=True) if kind == "cluster"] == [
        "ahead",
        "mid",
    ]


def test_the_order_in_which_subjects_are_met_makes_no_difference() -> None:
    subjects = sorted({said.subject for said in CLAIMS})
    forth, texts = made_of(subjects)
    back, same_texts = made_of(subjects[::-1])

    assert texts == same_texts
    assert {name: column.tobytes() for name, column in forth.items()} == {
        name: column.tobytes() for name, column in back.items()
    }


def test_ties_are_seen_from_both_ends_and_those_that_lead_nowhere_are_left_out() -> None:
    columns, _ = made_of([])
    ids = ids_of(columns)

    into = ties_of(columns, "in.member_of")
    assert [ids[n] for n in into.of_one(ids.index("p"))] == ["ahead", "mid"]
    assert [ids[n] for n in ties_of(columns, "out.member_of").ends] == ["ahead", "mid"]
    assert len(ties_of(columns, "out.located_in")) == 0
    assert "out.located_in.heads" not in columns


def test_a_category_of_no_known_scheme_does_not_make_a_cluster_categorised() -> None:
    columns, _ = made_of([])

    assert columns["is_categorised"].tolist() == [True, False]


def test_ties_kept_as_columns_are_the_same_ties() -> None:
    columns, _ = made_of([])
    ties = ties_of(columns, "out.member_of")

    again = ties_of(columns_of("x", ties), "x")

    assert isinstance(again, Ties)
    assert (again.ends.tolist(), again.others.tolist()) == (
        ties.ends.tolist(),
        ties.others.tolist(),
    )
