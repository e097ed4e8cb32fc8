"""The tables of the texts hold together: sources, places, ids, names and the notes of our own.

What the rows say is held by `test_laser_go_texts.py`.
"""

import csv
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Final

import pytest

TEXTS: Final = (
    "organisations", "aliases", "regions", "locations", "partnerships", "memberships", "markets",
    "interests", "counts", "groups", "agreements", "focus", "manages", "events", "services",
    "facts", "search", "criteria",
)  # fmt: skip
NOTES: Final = Path(__file__).parents[3] / "docs" / "cases" / "laser-go.md"
# Columns that name other things by their ids.
REFERENCES: Final = {
    "aliases": ("subject",), "counts": ("subject",), "facts": ("subject",),
    "locations": ("cluster", "region"), "memberships": ("cluster", "partnership"),
    "interests": ("subject", "market"), "groups": ("members",), "regions": ("within",),
    "markets": ("within",), "agreements": ("party", "other"), "focus": ("cluster",),
    "manages": ("body", "cluster"), "events": ("organiser",),
    "services": ("partnership", "markets"), "search": ("found", "shortlisted", "chosen"),
    "criteria": ("markets",),
}  # fmt: skip


def table(name: str, case: str = "laser_go") -> list[dict[str, str]]:
    text = (files("hanse.ingest") / "cases" / case / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))


def parts(cell: str) -> list[str]:
    return cell.split(" | ") if cell else []


TABLES: Final = {name: table(name) for name in TEXTS} | {"clusters": table("clusters", "annex")}
SOURCES: Final = {row["id"] for row in table("sources")}
IDS: Final = Counter(
    row["id"] for rows in TABLES.values() for row in rows if "id" in row
)  # fmt: skip


def names() -> list[tuple[str, str]]:
    named = [(row["name"], row["id"]) for rows in TABLES.values() for row in rows if "name" in row]
    return named + [(row["alias"], row["subject"]) for row in TABLES["aliases"]]


@pytest.mark.parametrize("name", TEXTS)
def test_every_row_has_a_source_that_exists_and_a_place_in_it(name: str) -> None:
    for row in TABLES[name]:
        assert row["source"] in SOURCES, row
        assert row["locator"].strip(), row


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_is_given_only_of_the_document_that_has_pages(name: str) -> None:
    for row in TABLES[name]:
        assert "page" not in row["locator"] or row["source"] == "d41", row


@pytest.mark.parametrize(("name", "columns"), REFERENCES.items())
def test_every_id_that_a_row_names_exists(name: str, columns: tuple[str, ...]) -> None:
    named = {part for row in TABLES[name] for column in columns for part in parts(row[column])}
    assert named - IDS.keys() == set()


def test_an_id_means_one_thing() -> None:
    assert [name for name, times in IDS.items() if times > 1] == []


def test_a_name_means_one_thing() -> None:
    meaning: dict[str, set[str]] = {}
    for name, thing in names():
        meaning.setdefault(re.sub(r"\W+", "", name.casefold()), set()).add(thing)
    assert {name: things for name, things in meaning.items() if len(things) > 1} == {}


def test_nothing_is_stated_twice_in_the_same_place() -> None:
    for name in TEXTS:
        times = Counter(tuple(row.values()) for row in TABLES[name])
        assert [row for row, count in times.items() if count > 1] == [], name


def test_figures_are_written_in_the_forms_that_are_understood() -> None:
    form = re.compile(r"(about |more than |at least |at most )?\d+\+?|\d+-\d+")
    for row in TABLES["counts"]:
        assert form.fullmatch(row["value"]), row


def test_what_is_ours_names_a_note_that_can_be_read() -> None:
    headings = set(re.findall(r"^### (.+)$", NOTES.read_text(encoding="utf-8"), re.MULTILINE))
    ours = {row["locator"] for rows in TABLES.values() for row in rows
            if row["source"] == "hanse-editors"}  # fmt: skip
    assert ours
    assert {locator.removeprefix("case notes, ") for locator in ours} <= headings


def test_no_person_and_no_address_is_held() -> None:
    cells = " ".join(cell for rows in TABLES.values() for row in rows for cell in row.values())
    assert "@" not in cells
    assert not re.search(r"\b(Mr|Mrs|Dr|Prof)\.|Freitas|Baccanti|Nonell|Korets|Domdey", cells)
