"""Cells as text that every file can hold."""

import pytest

from hanse.ingest.grids import Line, clean


@pytest.mark.parametrize(
    ("text", "cleaned", "taken"),
    [
        ("Biocat", "Biocat", ""),
        (" Médicen\u00a0", "Médicen", ""),
        ("Me\u0301dicen", "Médicen", ""),
        ("two\nlines\tand a tab", "two\nlines\tand a tab", ""),
        ("A\x1bB\x07", "AB", "U+0007 U+001B"),
        ("A\x0bB", "A B", "U+000B"),
        ("A\x00", "A", "U+0000"),
        ("half \ud800 a letter", "half  a letter", "U+D800"),
        ("\ufffeA", "A", "U+FFFE"),
        ("日本", "日本", ""),
    ],
)
def test_a_cell_is_composed_and_free_of_control_characters(
    text: str, cleaned: str, taken: str
) -> None:
    assert clean(text) == (cleaned, taken)


def test_a_line_is_blank_without_text_mark_or_fault() -> None:
    assert Line(1, ("", "  ")).is_blank
    assert not Line(1, ("",), marks=((0, "formula"),)).is_blank
    assert not Line(1, (), fault="text follows a closing quote").is_blank
