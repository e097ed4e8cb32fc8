"""An index made anew in part is the one that would be made of everything."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, cluster, intake, partnership
from tests.worlds import days, world

from hanse.graph.claims import Claim
from hanse.graph.indexing.keeping import KeptColumns
from hanse.graph.indexing.opening import Columns, opened, place_of
from hanse.graph.indexing.renewing import SMALL, changed_subjects, marks_of, renewed, texts_of
from hanse.graph.stores.sqlite import SqliteStore

CLAIMS = [
    *cluster("BIOCAT", country="ES", regions=["Catalonia"], numbers={"companies": 70}),
    *cluster("Optitec", country="FR", aliases=["Opti"]),
    *partnership("LASER-GO", members=["biocat", "optitec"]),
    claim("optitec", "located_in", "nowhere"),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore.create(tmp_path / "mine.hanse")
    made.write(intake(CLAIMS))
    opened(made, None)
    yield made
    made.close()


def whole(columns: Columns) -> dict[str, list[str]]:
    """Return what the columns hold; loose ends may be more than there are, never fewer."""
    names = sorted(name for name in columns if not name.startswith("loose."))
    return {name: [str(cell) for cell in columns[name].tolist()] for name in names}


def made_anew(store: SqliteStore, day: str | None = None) -> Columns:
    place = place_of(store, day)
    assert place is not None
    place.unlink()
    return opened(store, day)


CHANGES = {
    "a new cluster": cluster("Newcomer", country="DE", numbers={"members": 9}),
    "more of a known one": [claim("biocat", "alias", "Bio"), claim("biocat", "rating", 3)],
    "a disagreement": cluster("Optitec", country="DE", numbers={"companies": 9}),
    "an alliance": partnership("New", members=["biocat"], targets=["nowhere-either"]),
}


@pytest.mark.parametrize("said", CHANGES.values(), ids=CHANGES)
def test_after_a_small_import_a_part_made_anew_gives_the_index_of_everything(
    store: SqliteStore, said: list[Claim]
) -> None:
    store.write(intake(said, origin="another"))

    in_part = opened(store, None)
    of_everything = made_anew(store)

    assert in_part.head["sources"] is None  # that is, it was made in part
    assert of_everything.head["sources"] is not None
    assert whole(in_part) == whole(of_everything)
    assert in_part.head["texts"] == of_everything.head["texts"]


@given(days, st.randoms(use_true_random=True), st.booleans())
def test_after_any_small_changes_the_index_is_that_of_everything(
    day: str | None, random: Random, is_judged: bool
) -> None:
    """Origins come, change and go, with what is new, contradicts, or leads nowhere."""
    with TemporaryDirectory() as folder:
        store = SqliteStore.create(Path(folder) / "mine.hanse")
        store.write(intake(world(random, with_judgements=is_judged)))
        in_part = opened(store, day)
        for _ in range(3):
            other = world(random, with_judgements=random.random() < 0.1)
            said = random.sample(other, random.randint(0, 6))
            store.write(intake(said, origin=random.choice(("one", "two"))))
            in_part = opened(store, day)
        of_everything = made_anew(store, day)

        assert whole(in_part) == whole(of_everything)
        assert in_part.head["texts"] == of_everything.head["texts"]
        assert in_part.head["judged"] == of_everything.head["judged"]
        loose, no_more = (set(texts_of(c, "loose")) for c in (in_part, of_everything))
        assert no_more <= loose
        store.close()


def test_what_an_origin_no_longer_brings_is_gone_from_the_part_made_anew(
    store: SqliteStore,
) -> None:
    store.write(intake(cluster("Newcomer", country="DE"), origin="another"))
    with_it = opened(store, None)
    store.write(intake([], origin="another"))

    without_it = opened(store, None)

    assert texts_of(with_it, "ids").find("newcomer") is not None
    assert texts_of(without_it, "ids").find("newcomer") is None
    assert whole(without_it) == whole(made_anew(store))


def test_where_a_loose_end_is_described_now_a_part_is_not_enough(store: SqliteStore) -> None:
    place = place_of(store, None)
    assert place is not None
    kept = KeptColumns.of(place)
    said = [claim("nowhere", "kind", "region"), claim("nowhere", "name", "Nowhere")]
    store.write(intake(said, origin="another"))

    texts = tuple(kept.head["texts"])
    assert renewed(kept, texts, store, frozenset({"nowhere"}), None) is None
    assert renewed(kept, texts, store, frozenset({"biocat"}), None) is not None
    columns = opened(store, None)
    assert columns.head["sources"] is not None
    assert whole(columns) == whole(made_anew(store))


def test_where_things_are_made_one_a_part_is_not_enough(store: SqliteStore) -> None:
    store.write(intake([claim("biocat", "same_as", "optitec")], origin="another"))

    columns = opened(store, None)

    assert columns.head["judged"] == [["biocat", "optitec"]]
    assert whole(columns) == whole(made_anew(store))


def test_a_small_origin_is_known_by_what_it_is_about_and_a_large_one_is_not_followed(
    store: SqliteStore,
) -> None:
    before = marks_of(store)
    store.write(intake([claim("biocat", "alias", "Bio")], origin="small"))
    after_small = marks_of(store)
    store.write(intake([claim(f"c{n}", "name", "C") for n in range(SMALL + 1)], origin="large"))

    assert changed_subjects(before, before) == frozenset()
    assert changed_subjects(before, after_small) == frozenset({"biocat"})
    assert changed_subjects(after_small, before) == frozenset({"biocat"})
    assert changed_subjects(after_small, marks_of(store)) is None
