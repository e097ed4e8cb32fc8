"""Names and their words stand in order, each with the things it names."""

import numpy as np

from hanse.graph.indexing.texts import Texts
from hanse.graph.indexing.wording import Column, listing, name_columns

NAMES = ["optics valley", "bio valley", "bio valley", "valley valley"]
NAMED = np.array([0, 1, 2, 3], dtype=np.int32)


def texts_of(columns: dict[str, Column], name: str) -> list[str]:
    letters, ends = columns[f"{name}.letters"], columns[f"{name}.ends"]
    return list(Texts(letters, ends))  # type: ignore[arg-type]  # bytes, and places of ends


def test_names_are_in_order_and_keep_what_they_name() -> None:
    columns = name_columns(NAMES, NAMED)

    found = list(zip(texts_of(columns, "names"), columns["names.things"].tolist(), strict=True))

    assert found == sorted(zip(NAMES, NAMED.tolist(), strict=True))


def test_each_word_leads_once_to_each_thing_in_whose_name_it_occurs() -> None:
    columns = name_columns(NAMES, NAMED)
    starts, things = columns["words.starts"].tolist(), columns["words.things"].tolist()

    found = {
        word: things[starts[n] : starts[n + 1]] for n, word in enumerate(texts_of(columns, "words"))
    }

    assert found == {"bio": [1, 2], "optics": [0], "valley": [0, 1, 2, 3]}
    assert list(found) == sorted(found)
    assert len(things) == starts[-1]


def test_without_names_there_are_no_words() -> None:
    columns = name_columns([], np.zeros(0, dtype=np.int32))

    assert texts_of(columns, "names") == texts_of(columns, "words") == []
    assert columns["words.starts"].tolist() == [0]


def test_a_list_has_some_kinds_first_then_goes_by_folded_name_then_by_id() -> None:
    labels = ["beta", "Élan", "Alpha", "elan", "Zeta"]
    is_first = np.array([False, True, False, True, True])

    places = listing(labels, is_first)

    by_place = sorted(range(len(labels)), key=places.tolist().__getitem__)
    assert by_place == [1, 3, 4, 2, 0]
