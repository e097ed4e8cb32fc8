import pytest

from hanse.graph.errors import BadInput
from hanse.graph.model import Source
from hanse.graph.store import Definition, Intake, PutAside
from hanse.graph.stores.neo4j.small import Kept, differing, wanted

ROW = PutAside(file="a.csv", reason="no name", remedy="write one")
OLD, NEW = Source(id="d41", title="old"), Source(id="d41", title="new")


def test_of_two_sources_with_one_id_the_last_counts() -> None:
    assert wanted(Intake(origin="a", sources=(OLD, NEW)))[Source] == [NEW]


def test_rows_put_aside_stay_as_often_as_they_came() -> None:
    assert wanted(Intake(origin="a", put_aside=(ROW, ROW)))[PutAside] == [ROW, ROW]


def test_half_a_letter_is_refused_wherever_it_stands() -> None:
    with pytest.raises(BadInput, match="cannot be kept"):
        wanted(Intake(origin="a", sources=(Source(id="d41", title="\ud800"),)))


def test_the_newest_origin_is_heard() -> None:
    kept = Kept({Source: [(1, OLD), (2, NEW)], Definition: [], PutAside: []})

    assert kept.sources() == (NEW,)
    assert kept.sources_of(1) == (OLD,)


def test_only_kinds_that_differ_are_written_anew() -> None:
    kept = Kept({Source: [(1, OLD)], Definition: [], PutAside: [(1, ROW)]})
    found = wanted(Intake(origin="a", sources=(NEW,), put_aside=(ROW,)))

    assert differing(kept, found, 1) == [Source]
    assert differing(kept, found, None) == [Source, PutAside]
