"""The tables of the ESCP case hold together: sources, ids, names and the notes of our own.

What the rows say is held by `test_escp.py`.
"""

import csv
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Final

import pytest

from hanse.graph.dates import check_date
from hanse.graph.ids import key

TABLES: Final = (
    "organisations", "aliases", "partnerships", "memberships", "markets", "interests", "counts",
    "groups", "manages", "focus", "facts",
)  # fmt: skip
NOTES: Final = Path(__file__).parents[3] / "docs" / "cases" / "escp.md"
REFERENCES: Final = {
    "aliases": ("subject",), "counts": ("subject",), "facts": ("subject",),
    "memberships": ("cluster", "partnership"), "interests": ("subject", "market"),
    "groups": ("members",), "markets": ("within",), "manages": ("body", "cluster"),
    "focus": ("cluster",),
}  # fmt: skip


def table(name: str, case: str = "escp") -> list[dict[str, str]]:
    text = (files("hanse.ingest") / "cases" / case / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))


def parts(cell: str) -> list[str]:
    return cell.split(" | ") if cell else []


ROWS: Final = {name: table(name) for name in TABLES}
SOURCES: Final = {row["id"]: row for row in table("sources")}
ANNEX: Final = table("clusters", "annex")
DESCRIBED: Final = ("organisations", "partnerships", "markets", "groups")
IDS: Final = Counter(row["id"] for name in DESCRIBED for row in ROWS[name])


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_a_source_that_exists_and_a_place_in_it(name: str) -> None:
    for row in ROWS[name]:
        assert row["source"] in SOURCES, row
        assert row["locator"].strip(), row


def test_every_source_states_something() -> None:
    used = {row["source"] for rows in ROWS.values() for row in rows}

    assert SOURCES.keys() - used == set()


def test_a_source_has_an_address_or_says_why_not() -> None:
    ours = {"d41", "newsletter", "hanse-editors"}
    bare = [name for name, row in SOURCES.items() if not row["url"] and name not in ours]

    assert [name for name in bare if not SOURCES[name]["note"]] == []


@pytest.mark.parametrize("case", ["annex", "laser_go", "photonics_for_health"])
def test_a_source_of_another_case_is_described_in_the_same_words(case: str) -> None:
    other = {row["id"]: row for row in table("sources", case)}
    shared = SOURCES.keys() & other.keys()

    assert "d41" in shared
    assert {name for name in shared if SOURCES[name] != other[name]} == set()


@pytest.mark.parametrize(("name", "columns"), REFERENCES.items())
def test_every_id_that_a_row_names_exists(name: str, columns: tuple[str, ...]) -> None:
    known = IDS.keys() | {row["id"] for row in ANNEX}
    named = {part for row in ROWS[name] for column in columns for part in parts(row[column])}

    assert named - known == set()


def test_an_id_means_one_thing() -> None:
    twice = [name for name, times in (IDS + Counter(r["id"] for r in ANNEX)).items() if times > 1]

    assert twice == []


def test_a_name_means_one_thing() -> None:
    meaning: dict[str, set[str]] = {}
    described = [*(row for name in DESCRIBED for row in ROWS[name]), *ANNEX]
    named = [(row["name"], row["id"]) for row in described]
    for name, thing in [*named, *((row["alias"], row["subject"]) for row in ROWS["aliases"])]:
        meaning.setdefault(key(name), set()).add(thing)

    assert {name: things for name, things in meaning.items() if len(things) > 1} == {}


def test_nothing_is_stated_twice_in_the_same_place() -> None:
    for name in TABLES:
        times = Counter(tuple(row.values()) for row in ROWS[name])
        assert [row for row, count in times.items() if count > 1] == [], name


def test_every_period_ends_after_it_begins() -> None:
    for row in (*ROWS["partnerships"], *ROWS["memberships"]):
        for day in filter(None, (row["since"], row["until"])):
            assert check_date(day) == day
        assert not row["until"] or row["since"] <= row["until"], row


def test_what_is_ours_names_a_note_that_can_be_read() -> None:
    headings = set(re.findall(r"^### (.+)$", NOTES.read_text(encoding="utf-8"), re.MULTILINE))
    every = [row for rows in ROWS.values() for row in rows if row["source"] == "escp-editors"]

    assert {row["locator"].removeprefix("case notes, ") for row in every} == headings
    assert {row["status"] for row in every} == {"assumption"}


def test_no_person_and_no_address_is_held() -> None:
    cells = " ".join(cell for rows in ROWS.values() for row in rows for cell in row.values())

    assert "@" not in cells
    assert not re.search(r"\b(Mr|Mrs|Dr|Prof)\.", cells)
