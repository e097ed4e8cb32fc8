"""What a workbook says, cell by cell, however a spreadsheet keeps it."""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from tests.table_files import SHEET, sheet_xml, text_row, with_parts, workbook_file

from hanse.graph.errors import BadInput
from hanse.ingest.limits import LIMITS
from hanse.ingest.workbook_parts import read_parts

HEAD = text_row(1, "id", "name", "country")


def lines(path: Path) -> list[list[object]]:
    return [message for message in read_parts(path) if message[0] not in ("sheet", "notes")]


def notes(path: Path) -> list[object]:
    return next(message[1:] for message in read_parts(path) if message[0] == "notes")


def told(tmp_path: Path, *rows: Sequence[object]) -> list[list[object]]:
    return lines(workbook_file(tmp_path, {"clusters": rows}))


def by_hand(
    tmp_path: Path, rows: str, *, after: str = "", head: str = "", before: str = ""
) -> Path:
    path = workbook_file(tmp_path, {"clusters": [["id"]]})
    return with_parts(path, {SHEET: sheet_xml(rows, after=after, head=head, before=before)})


def test_sheets_are_told_by_name_before_their_lines(tmp_path: Path) -> None:
    book = workbook_file(tmp_path, {"clusters": [["id"]], "sources": [["id"], ["d41"]]})

    assert list(read_parts(book)) == [
        ["sheet", "clusters"],
        [1, ["id"], {}],
        ["notes", 0, 0],
        ["sheet", "sources"],
        [1, ["id"], {}],
        [2, ["d41"], {}],
        ["notes", 0, 0],
    ]


@pytest.mark.parametrize(
    ("value", "text", "mark"),
    [
        (250, "250", None),
        (250.0, "250", None),
        (3.75, "3.75", None),
        ("007", "007", None),
        ("1E5", "1E5", None),
        (True, "TRUE", "yes_no"),
        (datetime(2017, 4, 13), "2017-04-13", "date"),
        (date(2017, 4, 13), "2017-04-13", "date"),
        (datetime(2017, 4, 13, 9, 30), "2017-04-13T09:30:00", "time"),
        (time(9, 30), "09:30:00", "time"),
        (1.234567890123457e19, "12345678901234570000", "digits"),
        (0.0001, "0.0001", None),
    ],
)
def test_a_cell_is_the_text_a_person_would_type(
    tmp_path: Path, value: object, text: str, mark: str | None
) -> None:
    marks = {"0": mark} if mark else {}

    assert told(tmp_path, [value]) == [[1, [text], marks]]


def test_a_share_formatted_as_percent_is_one(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, {"clusters": [["share"], [0.155]]})
    from openpyxl import load_workbook

    book = load_workbook(path)
    book["clusters"]["A2"].number_format = "0.0%"
    book.save(path)

    assert lines(path)[1] == [2, ["15.5%"], {"0": "percent"}]


def test_a_text_that_looks_like_a_formula_is_a_text(tmp_path: Path) -> None:
    path = by_hand(tmp_path, HEAD + text_row(2, "c1", "=1+1", "FR"))

    assert lines(path)[1] == [2, ["c1", "=1+1", "FR"], {}]


def test_a_formula_is_read_by_its_last_value_and_without_one_is_marked(tmp_path: Path) -> None:
    path = by_hand(
        tmp_path,
        HEAD + '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c>'
        '<c r="B2"><f>A1&amp;"x"</f></c><c r="C2" t="str"><f>""</f><v></v></c>'
        '<c r="D2"><f t="shared" si="0"/><v></v></c></row>',
    )

    assert lines(path)[1] == [2, ["2", "", "", ""], {"1": "formula", "3": "formula"}]
    assert notes(path) == [2, 0]


def test_an_error_that_a_cell_shows_is_marked(tmp_path: Path) -> None:
    path = by_hand(tmp_path, HEAD + '<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>')

    assert lines(path)[1] == [2, ["#REF!"], {"0": "error"}]


def test_rows_below_a_merged_cell_show_what_it_says(tmp_path: Path) -> None:
    path = by_hand(
        tmp_path,
        HEAD + text_row(2, "c1", "A", "FR") + text_row(3, "c2", "B"),
        after='<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>',
    )

    assert lines(path)[2] == [3, ["c2", "B"], {}]  # the row ends before the merged cell
    wider = by_hand(
        tmp_path,
        HEAD + text_row(2, "c1", "A", "FR") + text_row(3, "c2", "B").replace(
            "</row>", '<c r="C3"/></row>'
        ),
        after='<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>',
    )  # fmt: skip
    assert lines(wider)[2] == [3, ["c2", "B", "FR"], {}]
    assert notes(wider) == [0, 1]


@pytest.mark.parametrize("dimension", ["A1:B2", "A1:XFD1048576", "A1"])
def test_the_size_that_a_sheet_states_is_not_believed(tmp_path: Path, dimension: str) -> None:
    rows = HEAD + "".join(text_row(n, f"c{n}", "A", "FR") for n in range(2, 53))
    path = by_hand(tmp_path, rows, before=f'<dimension ref="{dimension}"/>')

    assert len(lines(path)) == 52
    assert lines(path)[51] == [52, ["c52", "A", "FR"], {}]


def test_a_cell_far_away_is_refused_with_its_row(tmp_path: Path) -> None:
    far = '<row r="3"><c r="XFD3" t="inlineStr"><is><t>x</t></is></c></row>'

    with pytest.raises(BadInput, match="row 3 has 16,384 columns; 1,000 are taken"):
        lines(by_hand(tmp_path, HEAD + far))


def test_a_row_beyond_the_last_one_of_a_spreadsheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="more than 1,048,576 rows"):
        lines(by_hand(tmp_path, HEAD + text_row(2_000_000, "c1")))


def test_rows_out_of_order_would_be_lost_and_are_refused(tmp_path: Path) -> None:
    rows = HEAD + text_row(3, "c2") + text_row(2, "c1")

    with pytest.raises(BadInput, match="the rows are not in order"):
        lines(by_hand(tmp_path, rows))


@pytest.mark.parametrize(("field", "said"), [("sheet_rows", "rows"), ("cells", "cells")])
def test_more_rows_or_cells_than_are_taken_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, field: str, said: str
) -> None:
    monkeypatch.setattr("hanse.ingest.workbook_parts.LIMITS", type(LIMITS)(**{field: 1}))

    with pytest.raises(BadInput, match=f"more than 1 {said}"):
        lines(by_hand(tmp_path, HEAD + text_row(2, "c1")))


def test_escaped_characters_are_decoded(tmp_path: Path) -> None:
    path = by_hand(tmp_path, HEAD + text_row(2, "a_x0001_b", "_x005F_x0041_", "_x000D_"))

    assert lines(path)[1] == [2, ["a\x01b", "_x0041_", "\r"], {}]


DOCTYPE = '<!DOCTYPE worksheet [<!ENTITY a "b">]>'


def test_a_part_that_declares_entities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="declares a document type"):
        lines(by_hand(tmp_path, HEAD, head=DOCTYPE))


@pytest.mark.parametrize("encoding", ["utf-16", "cp037"])
def test_entities_cannot_hide_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    text = sheet_xml(HEAD, head=DOCTYPE).decode()
    declared, rest = text.replace("UTF-8", encoding).split("?>", 1)
    start = f"{declared}?>".encode("utf-16" if encoding == "utf-16" else "ascii")
    path = by_hand(tmp_path, HEAD)

    with pytest.raises(BadInput, match="not in UTF-8"):
        lines(with_parts(path, {SHEET: start + rest.encode(encoding)}))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "[Content_Types].xml", SHEET])
def test_a_workbook_without_one_of_its_parts_is_refused_as_damaged(
    tmp_path: Path, part: str
) -> None:
    path = with_parts(workbook_file(tmp_path, {"clusters": [["id"]]}), {part: None})

    with pytest.raises(BadInput, match="damaged"):
        lines(path)


def test_half_a_workbook_is_refused_as_damaged(tmp_path: Path) -> None:
    path = workbook_file(tmp_path, {"clusters": [["id"]]})
    path.write_bytes(path.read_bytes()[:2000])

    with pytest.raises(BadInput, match="the workbook is damaged: File is not a zip file"):
        lines(path)
