"""A guide, a chain or rules are found by id, by label, or as a file; else it is said why not."""

from pathlib import Path

import pytest

from hanse.graph.errors import BadInput, UnknownName, UserMistake
from hanse.graph.store import Definition
from hanse.viz.definitions import id_of, written

KEPT = (
    Definition(kind="guide", id="first", text='label = "Évaluation 2018"'),
    Definition(kind="guide", id="second", text='label = "Twice"'),
    Definition(kind="guide", id="third", text='label = "Twice"'),
    Definition(kind="guide", id="damaged", text="no = = toml"),
)


@pytest.mark.parametrize("name", ["first", "FIRST", "Évaluation 2018", "evaluation 2018"])
def test_what_is_kept_is_found_by_id_or_label_case_and_accents_aside(name: str) -> None:
    assert id_of(name, KEPT) == "first"
    assert written("guide", name, KEPT) == (KEPT[0].text, "guide first")


def test_a_label_of_two_names_neither_and_damaged_text_is_found_by_its_id() -> None:
    assert id_of("Twice", KEPT) is None
    assert id_of("Damaged", KEPT) == "damaged"


def test_a_file_is_read_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("id = 'é'", encoding="utf-8")

    assert written("chain", str(file), KEPT) == ("id = 'é'", str(file))


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "mine.toml"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(UserMistake) as caught:
        written("chain", str(file), KEPT)

    assert str(file) in str(caught.value)


def test_none_named_another_format_and_an_unknown_name_are_told_apart() -> None:
    with pytest.raises(BadInput, match="no rules are named"):
        written("rules", None, ())
    with pytest.raises(BadInput, match=r"a guide is read from TOML, not from \.yaml"):
        written("guide", "mine.yaml", KEPT)
    with pytest.raises(UnknownName, match="firs"):
        written("guide", "firs", KEPT)
