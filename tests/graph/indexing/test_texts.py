"""Texts in two arrays are found as in a sorted list."""

from hypothesis import given
from hypothesis import strategies as st

from hanse.graph.indexing.texts import Texts

# Few characters, so that beginnings are shared; the last is half of a pair, which files may hold.
LETTERS = st.text(alphabet="ab\0\x7fé\uffff\U0001f600\udc80", max_size=4)


@given(st.lists(LETTERS))
def test_texts_come_back_as_they_were_put_in(texts: list[str]) -> None:
    kept = Texts.of(texts)

    assert list(kept) == [kept[n] for n in range(len(kept))] == texts
    assert kept.some(range(len(texts) - 1, -1, -1)) == texts[::-1]


@given(st.lists(LETTERS), LETTERS)
def test_in_sorted_texts_each_is_found_and_no_other(texts: list[str], wanted: str) -> None:
    ordered = sorted(texts)
    kept = Texts.of(ordered)

    assert kept.find(wanted) == (ordered.index(wanted) if wanted in ordered else None)
    low, high = kept.equal_to(wanted)
    assert ordered[low:high] == [text for text in ordered if text == wanted]


@given(st.lists(LETTERS), LETTERS)
def test_those_that_begin_alike_stand_together(texts: list[str], beginning: str) -> None:
    ordered = sorted(texts)

    low, high = Texts.of(ordered).beginning_with(beginning)

    assert ordered[low:high] == [text for text in ordered if text.startswith(beginning)]


def test_among_no_texts_nothing_is_found() -> None:
    nothing = Texts.of([])

    assert (len(nothing), list(nothing), nothing.find("")) == (0, [], None)
    assert nothing.beginning_with("a") == (0, 0)
