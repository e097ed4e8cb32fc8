"""A claim is a row, and the row is the claim again."""

import pytest
from hypothesis import given
from tests import strategies
from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.graph.model import Settings
from hanse.graph.quantities import Quantity
from hanse.graph.stores.rows import (
    COLUMNS,
    from_row,
    number_of_row,
    settings_from_text,
    settings_text,
    to_row,
)


@given(strategies.claims())
def test_a_row_gives_back_its_claim(said: Claim) -> None:
    row = to_row(said)

    assert len(row) == len(COLUMNS)
    assert from_row(row) == said
    assert from_row(row).id == row[0] == said.id
    assert number_of_row(row) == said.id


@pytest.mark.parametrize(
    ("value", "cells"),
    [
        ("text", ("t", "text", None, None, None, 0)),
        (True, ("b", 1, None, None, None, 0)),
        (7, ("n", 7, None, None, None, 0)),
        (2.5, ("n", 2.5, None, None, None, 0)),
        (Quantity(value=85, unit="smes"), ("q", 85, None, "smes", "exactly", 0)),
        (
            Quantity(value=1, upper=2, unit="jobs", qualifier="between", strict=True),
            ("q", 1, 2, "jobs", "between", 1),
        ),
    ],
)
def test_a_value_says_of_which_type_it_is(
    value: str | float | bool | Quantity, cells: tuple[object, ...]
) -> None:
    start = COLUMNS.index("type")

    assert to_row(claim(value=value))[start : start + 6] == cells


@given(strategies.project_settings)
def test_settings_come_back_from_their_text(settings: Settings) -> None:
    assert settings_from_text(settings_text(settings)) == settings


def test_settings_of_a_later_hanse_are_left_aside() -> None:
    assert settings_from_text('{"title": "LASER-GO", "colour": "red"}') == Settings(
        title="LASER-GO"
    )


def test_one_trusted_source_is_a_list_of_one_and_not_of_its_letters() -> None:
    assert settings_from_text('{"trust": "d41"}').trust == ("d41",)


def test_without_a_text_there_are_no_settings() -> None:
    assert settings_from_text(None) == settings_from_text("") == Settings()
