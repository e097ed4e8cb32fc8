"""A long reading tells how far it has come."""

from pathlib import Path

from tests.table_files import csv_file

from hanse.ingest.loading import check
from hanse.ingest.progress import STEP


def test_each_thousand_rows_is_told_twice_and_the_second_time_with_the_total(
    tmp_path: Path,
) -> None:
    rows = "".join(f"c{n},Cluster {n},FR\n" for n in range(2 * STEP + 5))
    told: list[tuple[str, int, int | None]] = []

    check(
        [csv_file(tmp_path, f"id,name,country\n{rows}")], progress=lambda *word: told.append(word)
    )

    assert told == [
        ("clusters.csv", STEP, None),
        ("clusters.csv", 2 * STEP, None),
        ("clusters.csv", STEP, 2 * STEP + 5),
        ("clusters.csv", 2 * STEP, 2 * STEP + 5),
    ]
