"""TOML is read within bounds; what is refused is told with its line."""

import time

import pytest

from hanse.graph.errors import BadDefinition
from hanse.ingest.toml_text import LARGEST, read_toml


def refusal(text: str) -> BadDefinition:
    with pytest.raises(BadDefinition) as refused:
        read_toml(text, where="small.toml")
    return refused.value


def test_what_is_toml_is_read() -> None:
    assert read_toml('[a]\nb = ["c", 1.5]', where="small.toml") == {"a": {"b": ["c", 1.5]}}


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('id = "a"\nlabel = "b', 2, "not TOML"),
        ('id = "a"\nid = "b"', 2, "Cannot overwrite"),
        ("\nweights:\n  id: a", 2, "not TOML"),
        ("- a\n- b", 1, "not TOML"),
        ("<guide/>", 1, "not TOML"),
        ("\ufeffid = 1", 1, "not TOML"),
        ('id = "\x00"', 1, "not TOML"),
        ("a = [1,\n2,", 2, "not TOML"),
        (f"a = 1\nb = {'9' * 5000}", 2, "too many digits"),
        ("a = 1\nb = " + "[" * 9000, 2, "more than 12 deep"),
        ("a = 1\nb" + ".b" * 60_000 + " = 1", 2, "more than 12 deep"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(text: str, line: int, what: str) -> None:
    error = refusal(text)

    assert error.where == f"small.toml, line {line}"
    assert what in error.what
    assert error.hint == "write TOML: key = value, text in quotes, lists in brackets"


def test_a_text_that_is_too_large_is_refused_by_its_bytes() -> None:
    room = LARGEST - len("id = 1 #")

    assert read_toml("id = 1 #" + "x" * room, where="small.toml") == {"id": 1}
    assert "262,144 bytes are allowed" in refusal("id = 1 #" + "x" * (room + 1)).what
    assert "too large" in refusal("id = 1 #" + "é" * (room // 2 + 1)).what


@pytest.mark.parametrize(
    "text",
    ["a" + ".a" * 100_000, "x = " + "[" * 200_000, '"""' * 80_000, 'x = "' + '\\"' * 120_000],
    ids=["dotted key", "lists", "open texts", "escapes"],
)
def test_a_hostile_text_is_refused_before_it_costs_anything(text: str) -> None:
    started = time.process_time()
    refusal(text)

    assert time.process_time() - started < 2
