"""Cells as the schema wants them, and how each was understood."""

import pytest

from hanse.graph.quantities import Quantity
from hanse.ingest.cells import (
    attribute_value,
    coarse_date,
    is_link,
    provenance,
    range_text,
)
from hanse.ingest.rows import CellFault, Row


def row(**cells: str) -> Row:
    return Row("list.csv", "list", 5, cells)


def understood(attribute: str, text: str) -> tuple[object, str]:
    read = attribute_value(attribute, text, column=attribute)
    return read.value, read.meaning


def test_a_plain_figure_needs_no_word_on_how_it_was_understood() -> None:
    assert understood("members", "871") == (Quantity(value=871, unit="members"), "")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("200+", "at least 200 SMEs"), ("1.250", "1,250 SMEs"), ("100-150", "100 to 150 SMEs")],
)
def test_a_figure_in_another_form_is_shown_as_it_was_understood(text: str, meaning: str) -> None:
    assert understood("smes", text)[1] == meaning


@pytest.mark.parametrize("text", ["4,2", "1.234,5", "100-150,5"])
def test_members_are_counted_in_whole_numbers(text: str) -> None:
    with pytest.raises(CellFault, match="not a whole number"):
        understood("members", text)


def test_a_share_is_no_count_and_may_have_its_sign() -> None:
    assert understood("photonics_share", "15,5 %")[0] == Quantity(value=15.5, unit="percent")


def test_more_than_the_world_holds_is_a_slip() -> None:
    with pytest.raises(CellFault, match="more than there can be"):
        understood("members", "999999999999")


@pytest.mark.parametrize("text", ["yes", "Ja", "Sì", "oui", "TRUE"])
def test_yes_is_understood_in_five_languages(text: str) -> None:
    assert understood("eccp_listed", text)[0] is True


@pytest.mark.parametrize("text", ["no", "Nein", "non", "0"])
def test_no_is_understood_in_five_languages(text: str) -> None:
    assert understood("eccp_listed", text)[0] is False


def test_perhaps_is_neither() -> None:
    with pytest.raises(CellFault, match="neither yes nor no"):
        understood("eccp_listed", "perhaps")


def test_a_country_is_kept_by_its_code() -> None:
    assert understood("country", "Deutschland") == ("DE", "DE")
    assert understood("country", "DE") == ("DE", "")


@pytest.mark.parametrize(("text", "value"), [("48.857", 48.857), ("48,857", 48.857)])
def test_three_decimals_of_a_degree_are_no_thousands(text: str, value: float) -> None:
    assert understood("latitude", text)[0] == value


@pytest.mark.parametrize("text", ["91", "-900"])
def test_a_latitude_lies_on_the_earth(text: str) -> None:
    with pytest.raises(CellFault, match="lies outside -90 to 90"):
        understood("latitude", text)


def test_a_date_is_kept_in_iso_form() -> None:
    assert understood("founded", "13.04.2017") == ("2017-04-13", "2017-04-13")


def test_an_address_without_its_beginning_gets_one() -> None:
    assert understood("homepage", "www.example.org/a") == (
        "https://www.example.org/a",
        "https://www.example.org/a",
    )


@pytest.mark.parametrize("text", ["javascript:alert(1)", "see profile", "data:text/html,x"])
def test_what_is_no_address_is_kept_as_a_remark_and_never_as_a_link(text: str) -> None:
    read = attribute_value("homepage", text, column="Website")

    assert (read.predicate, read.value) == ("remark", f"home page: {text}")
    assert read.meaning == "a remark, since it is no address of the web"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://example.org", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("mailto:a@example.org", True),
        ("https://example.org/a b", False),
        ("javascript:alert(1)//https://", False),
        ("file:///etc/passwd", False),
    ],
)
def test_a_link_leads_to_the_web_or_a_mailbox(text: str, *, is_one: bool) -> None:
    assert is_link(text) is is_one


def test_a_row_without_a_source_is_a_statement_of_its_file() -> None:
    assert provenance(row()).full == {
        "source": "file:list.csv",
        "locator": "sheet list, row 5",
        "as_of": None,
        "status": "stated",
        "as_written": None,
        "note": None,
    }


def test_a_status_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(CellFault) as fault:
        provenance(row(status="guessed"))

    assert (fault.value.column, fault.value.value) == ("status", "guessed")


def test_a_status_of_its_own_is_none_of_the_statement() -> None:
    signed = provenance(row(status="signed"), is_status_its_own=True)

    assert signed.full.get("status") == "stated"


def test_an_empty_date_is_unknown_and_a_wrong_one_names_its_column() -> None:
    assert coarse_date(row(), "since") is None
    with pytest.raises(CellFault) as fault:
        coarse_date(row(since="2017-13"), "since")
    assert fault.value.column == "since"


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        ({"low": "250", "high": "250", "qualifier": "exactly"}, "250"),
        ({"low": "250", "high": "250", "qualifier": "about"}, "about 250"),
        ({"low": "300", "qualifier": "at_least"}, "at least 300"),
        ({"low": "0", "high": "50", "qualifier": "at_most"}, "at most 50"),
        ({"low": "100", "high": "150"}, "100-150"),
    ],
)
def test_the_two_ends_of_an_exported_count_are_one_figure_again(
    ends: dict[str, str], text: str
) -> None:
    cells = {f"members_{end}": value for end, value in ends.items()}

    assert range_text(row(**cells), "members") == text
