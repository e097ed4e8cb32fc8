"""A table of pairs is whole or not there, and tells how far it is."""

from pathlib import Path

import pytest

from hanse.graph.errors import BadInput
from hanse.viz.pairing import PairsAsked, pairs_document
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.open("laser-go")


def test_progress_counts_the_clusters_that_are_answered(session: Session, tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []

    document = pairs_document(
        session,
        PairsAsked(chain=session.chain(), top=1),
        file=tmp_path / "out.csv",
        progress=lambda *word: told.append(word),
    )

    everybody = len(session.engine.clusters())
    assert told[-1] == ("clusters", everybody, everybody)
    assert document["counts"] == {"clusters": everybody, "pairs": everybody}


def test_a_folder_that_is_not_there_is_told_before_anything_is_left(
    session: Session, tmp_path: Path
) -> None:
    asked = PairsAsked(chain=session.chain(), top=1)

    with pytest.raises(BadInput, match="No such file"):
        pairs_document(session, asked, file=tmp_path / "nowhere" / "out.csv")


def test_a_table_that_breaks_off_leaves_the_old_one(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("old")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pairs_document(session, PairsAsked(chain=session.chain(), top=1), file=file, progress=stop)

    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]
