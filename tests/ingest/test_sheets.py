"""The one table of what each sheet means agrees with the schema."""

import pytest

from hanse.graph.schema import schema
from hanse.ingest.sheets import SHEETS, TABLES, Sheet, columns_of, needed_by

# Sheets that the template of issue 5 offers.
OFFERED = ("clusters", "partnerships", "memberships", "markets", "agreements", "counts", "focus",
           "aliases", "sources")  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_attribute_and_relation_is_one_of_the_schema(sheet: Sheet) -> None:
    assert [a for _, a in sheet.attributes if a not in schema().attributes] == []
    assert [t.relation for t in sheet.ties if not schema().is_relation(t.relation)] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_what_a_sheet_needs_and_offers_are_columns_of_it(sheet: Sheet) -> None:
    named = {*sheet.needs, *sheet.naming, *(column for column, _ in sheet.choices)}

    assert named <= set(sheet.columns)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_describes_kinds_of_the_schema(sheet: Sheet) -> None:
    kinds = dict(sheet.choices).get(sheet.kind_column or "", ())
    wanted = (sheet.kind,) if sheet.kind else kinds

    assert [kind for kind in wanted if kind not in schema().kinds] == []
    assert sheet.describes == bool(wanted)


def test_the_sheets_of_the_template_are_read() -> None:
    assert set(OFFERED) <= set(TABLES)


def test_each_table_says_what_it_must_have() -> None:
    assert needed_by("clusters") == (("id", "name"),)
    assert needed_by("memberships") == (("cluster",), ("partnership",))
    assert needed_by("sources") == (("id",), ("title",))


def test_every_row_may_say_where_it_is_from() -> None:
    assert {"source", "locator", "as_of", "status", "note"} <= set(columns_of("counts"))


def test_members_of_a_group_and_categories_are_lists_and_names_are_none() -> None:
    by_name = {sheet.name: sheet for sheet in SHEETS}

    assert "members" in by_name["groups"].lists
    assert "technology_field" in by_name["clusters"].lists
    assert "name" not in by_name["clusters"].lists
