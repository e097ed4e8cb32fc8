import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.ingest.toml_places import Path, nesting, places, tokens

EVERYTHING = """\
id = "a" # not = a key
"a key.with a dot" = { "na\\u00efve" = 1, list = [1.5, { z = 3 }], one.two = "x=,]}" }
note = \"\"\"
id = "not a key" \\\"\"\"
\"\"\"
'quoted' = '''
[no.header]'''
day = 1979-05-27 07:32:00
rows = [
  # a comment = 1
  [1],
  2,

  { k = 3, l = 4 }, # the last comma is allowed
]
[groups]
a.b = 1
[[criteria]]
x = 1
[criteria.scale]
y = 2
[[criteria.bands]]
rating = 0
[[criteria]]
x = 3
[[criteria.bands]]
rating = 1
[[criteria.bands]]
rating = 2
"""


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every key and item of a text that was read."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*path, index))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 1),
        (("a key.with a dot", "naïve"), 2),
        (("a key.with a dot", "list", 1, "z"), 2),
        (("a key.with a dot", "one", "two"), 2),
        (("note",), 3),
        (("quoted",), 6),
        (("day",), 8),
        (("rows", 0, 0), 11),
        (("rows", 1), 12),
        (("rows", 2, "l"), 14),
        (("groups", "a", "b"), 17),
        (("criteria", 0, "scale", "y"), 21),
        (("criteria", 0, "bands", 0, "rating"), 23),
        (("criteria", 1), 24),
        (("criteria", 1, "bands", 1, "rating"), 29),
    ],
)
def test_every_kind_of_key_is_found_on_its_line(path: Path, line: int) -> None:
    assert places(EVERYTHING)[path] == line


def test_nothing_is_found_that_the_standard_reader_does_not_know() -> None:
    assert set(places(EVERYTHING)) == set(paths(tomllib.loads(EVERYTHING)))


def test_lines_that_end_as_on_windows_are_counted_once() -> None:
    assert places('a = 1\r\n\r\n[b]\r\nc = "x"\r\n')["b", "c"] == 4


bare = st.text("abcxyz0189-_", min_size=1, max_size=6)
quoted = st.text("abc .=[]#\"'", max_size=6).map(lambda text: '"' + text.replace('"', '\\"') + '"')
scalar = st.one_of(st.integers(-99, 99).map(str), quoted, st.just("1.5"), st.just("true"))
value = st.recursive(
    scalar,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(inner, max_size=3).map(lambda items: "[\n" + " ,\n".join(items) + "\n]"),
        st.dictionaries(bare, inner, max_size=3).map(
            lambda table: "{ " + ", ".join(f"{k} = {v}" for k, v in table.items()) + " }"
        ),
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.one_of(bare, quoted), value, max_size=5))
def test_of_any_text_all_that_the_standard_reader_reads_has_a_line(table: dict[str, str]) -> None:
    text = "".join(f"{key} = {written}\n" for key, written in table.items())
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # the same key written with and without quotes
        return

    assert set(places(text)) == set(paths(read))


@given(st.text("\"[]{}=.,# \n\\'ab", max_size=60))
def test_any_text_at_all_is_measured(text: str) -> None:
    depth, line = nesting(text, most=1000)

    assert 0 <= depth <= len(text)
    assert 1 <= line <= text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    ["a" + ".a" * 20_000 + " = 1", "a = " + "[" * 50_000, "a = " + "{ a = " * 20_000],
    ids=["dotted keys", "lists", "tables"],
)
def test_measuring_stops_where_a_text_is_too_deep(text: str) -> None:
    assert nesting(text, most=12) == (13, 1)


def test_dots_in_sentences_are_not_depth() -> None:
    assert nesting('note = "One. Two. Three. Four."\nx = [1.5, 2.5]', most=12)[0] == 2


@pytest.mark.parametrize("mark", ['"', '"""', "'''", '\\"', '"""\\', "'''\\"])
def test_quotes_left_open_do_not_make_reading_slow(mark: str) -> None:
    assert sum(1 for _ in tokens("a = " + mark * 40_000)) <= 40_010
