"""A definition is taken whole or refused with file, line, reason and remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.graph.errors import BadDefinition
from hanse.ingest.definitions import Id, Percent, Text, Written, read_definition


class Small(Written):
    id: Id
    label: Text = "none"
    weight: Percent = 0


def read(text: str) -> Small:
    return read_definition(text, Small, where="small.toml").says


def refusal(text: str) -> BadDefinition:
    with pytest.raises(BadDefinition) as refused:
        read(text)
    return refused.value


def test_what_fits_is_taken() -> None:
    assert read('id = "a-1"\nweight = 15') == Small(id="a-1", weight=15)


@pytest.mark.parametrize(
    ("text", "line", "what", "hint"),
    [
        ("", 1, "'id' is missing", "add: id"),
        ('id = "a"\n\nlable = "b"', 3, "'lable' is not known here", "did you mean 'label'?"),
        ('id = "A b"', 1, "must be an id", "hyphens"),
        (f'id = "{"a" * 61}"', 1, "must be an id", "60 characters"),
        ('id = "a"\nlabel = 5', 2, "must be text, not 5", "in quotes"),
        ('id = "a"\nlabel = " "', 2, "readable", "words"),
        ('id = "a"\nlabel = "x\\u0000y"', 2, "readable", "control"),
        ('id = "a"\nlabel = ["b"]', 2, "must be text, not a list", "in quotes"),
        ('id = "a"\nlabel = 2017-04-13', 2, "must be text, not 2017-04-13", "in quotes"),
        ('id = "a"\nweight = true', 2, "a number, not true", "without quotes"),
        ('id = "a"\nweight = "15"', 2, "a number, not '15'", "without quotes"),
        ('id = "a"\nweight = nan', 2, "finite number, not nan", "such as"),
        ('id = "a"\nweight = 1e400', 2, "finite number, not inf", "such as"),
        ('id = "a"\nweight = -0.5', 2, "must not be less than 0", "within"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_remedy(
    text: str, line: int, what: str, hint: str
) -> None:
    error = refusal(text)

    assert error.where == f"small.toml, line {line}"
    assert what in error.what
    assert hint in error.hint


def test_what_is_not_toml_is_refused_as_such() -> None:
    assert "not TOML" in refusal("id: a").what


def test_all_mistakes_of_a_text_are_told_at_once() -> None:
    error = refusal('id = "A"\nlabel = 1\nweight = -1')

    assert "line 2: 'label' must be text" in error.hint
    assert "line 3: 'weight' is -1" in error.hint


@given(st.text(max_size=80))
def test_any_text_is_refused_or_read(text: str) -> None:
    # no text of that length that is drawn at random holds an id
    assert refusal(text).where.startswith("small.toml, line ")
    assert refusal(text).hint


def test_a_byte_that_is_half_a_character_is_refused() -> None:
    assert refusal('id = "a"\nlabel = "\udc80"').where == "small.toml, line 2"
