"""Write the form in which an assessor rates candidates: a workbook with drop-downs.

One row a candidate and criterion, with the question, the words of the scale and what the facts
say already. Only ratings, comments, name and date can be written into; the weighted scores
beside them are formulas, locked without a password. Facts count where a rating is left blank.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import BadInput
from hanse.graph.model import Criterion, Guide, Scale
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.ingest import carried_guides
from hanse.ingest.guides import read_guide
from hanse.ingest.score_sheet_form import (
    ASSESSOR,
    CANDIDATE,
    COMMENT,
    CRITERION,
    DATE,
    GUIDE,
    RATING,
    SIGN,
)
from hanse.queries.ratings import Rating, rated
from hanse.viz.handing_on import write_whole
from hanse.viz.scale_words import scale_in_words
from hanse.viz.score_results import write_results
from hanse.viz.session import Session

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

SHEET: Final = "Score sheet"
COLUMNS: Final = (CANDIDATE, "Candidate", "Group", CRITERION, "Question", "Weight", "Scale",
                  "Known from facts", RATING, COMMENT, "At least", "At most", "Rated")  # fmt: skip
WIDTHS: Final = (24, 26, 22, 20, 44, 8, 34, 40, 8, 40, 9, 9, 7)
HEADER_ROW: Final = 7
HOW_TO: Final = (
    "Choose a rating from the list of its cell, or leave it blank: a blank is not a 0. Where the "
    "facts say something, it counts until you rate it yourself. Then: hanse load FILE.xlsx"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a form asks, of whom, and by whom; ``day`` is the day that the ratings hold on.

    ``carries`` is the text of a guide that goes with the form, as the project does not keep it.
    """

    guide: Guide
    candidates: tuple[str, ...]
    assessor: str
    day: str
    carries: str = ""


def carried_text(session: Session, name: str | None) -> str:
    """Return the text of the guide of a form if the project does not keep it, else nothing.

    Raises
    ------
    BadInput
        When the project keeps another guide under the same id.
    """
    text, where = session.definition("guide", name)
    guide = read_guide(text, where=where)
    kept = {d.id: d.text for d in session.engine.definitions("guide")}
    if guide.id not in kept:
        return text
    if read_guide(kept[guide.id], where=f"guide {guide.id}") != guide:
        hint = f"load yours first: hanse load {where}; or give it another id"
        raise BadInput(f"the project keeps another guide called {guide.id}", where=where, hint=hint)
    return ""


def write_score_sheet(graph: PartnershipGraph, form: Form, file: Path) -> Mapping[str, int]:
    """Write a form to ``file``; return how many candidates and questions it has.

    Raises
    ------
    BadInput
        When the file does not end in .xlsx, stands there already (somebody may have filled it
        in), or there is nobody to rate.
    """
    if file.suffix.casefold() != ".xlsx":
        raise BadInput("a score sheet is a workbook", where=str(file), hint="call it NAME.xlsx")
    if file.exists():
        hint = "it may be filled in already; choose another name, or remove it"
        raise BadInput("the file is there already", where=str(file), hint=hint)
    if not form.candidates or not form.assessor.strip():
        raise BadInput("nobody to rate, or to rate them", hint="--candidates a,b --assessor NAME")
    write_whole(file, score_sheet(graph, form))
    return {"candidates": len(form.candidates), "questions": len(form.guide.criteria)}


def score_sheet(graph: PartnershipGraph, form: Form) -> bytes:
    """Return a form as a workbook."""
    from openpyxl import Workbook

    book = Workbook()
    page = book.worksheets[0]
    page.title = SHEET
    _write_head(page, form)
    last = HEADER_ROW
    for candidate, criterion in _cells(form):
        last += 1
        _write_row(
            page, last, graph=graph, guide=form.guide, candidate=candidate, criterion=criterion
        )
    _offer_ratings(page, form)
    _lock(page, last)
    names = {candidate: graph.name(candidate) for candidate in form.candidates}
    write_results(book, form.guide, names, sheet=SHEET, rows=(HEADER_ROW + 1, last))
    if form.carries:
        _carry(book, form.carries)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _carry(book: "Workbook", text: str) -> None:
    """Put the text of a guide on a hidden sheet; loading the form takes it from there."""
    from hanse.viz.workbook_cells import put_text

    page = book.create_sheet(carried_guides.SHEET)
    page.sheet_state = "hidden"
    for number, cells in enumerate(carried_guides.rows_of(text), start=1):
        for column, said in enumerate(cells, start=1):
            put_text(page, number, column, said)


def _cells(form: Form) -> Iterator[tuple[str, Criterion]]:
    for candidate in form.candidates:
        for criterion in form.guide.criteria:
            yield candidate, criterion


def _write_head(page: "Worksheet", form: Form) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    from hanse.viz.workbook_cells import put_text

    head = ((SIGN, form.guide.label), (GUIDE, form.guide.id), (ASSESSOR, form.assessor),
            (DATE, form.day), ("How to", HOW_TO))  # fmt: skip
    for row, said in enumerate(head, start=1):
        for column, text in enumerate(said, start=1):
            put_text(page, row, column, text).font = Font(bold=column == 1)
    for column, (title, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True), start=1):
        put_text(page, HEADER_ROW, column, title).font = Font(bold=True)
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = f"A{HEADER_ROW + 1}"


def _write_row(
    page: "Worksheet",
    row: int,
    *,
    graph: PartnershipGraph,
    guide: Guide,
    candidate: str,
    criterion: Criterion,
) -> None:
    from openpyxl.styles import Alignment

    from hanse.viz.workbook_cells import put_text

    facts = rated(graph, candidate, criterion)
    texts = {1: candidate, 2: graph.name(candidate), 3: guide.groups.get(criterion.group, ""),
             4: criterion.id, 5: criterion.question, 7: scale_in_words(criterion.scale),
             8: _known(facts)}  # fmt: skip
    for column, text in texts.items():
        if text:
            put_text(page, row, column, text)
    page.cell(row=row, column=6, value=round(100 * criterion.weight, 10))
    for column, formula in enumerate(_formulas(row, facts, criterion.scale), start=11):
        page.cell(row=row, column=column, value=formula)
    for column in range(1, len(COLUMNS) + 1):
        page.cell(row=row, column=column).alignment = Alignment(wrap_text=True, vertical="top")


def _known(facts: Rating) -> str:
    """Return what the facts say, with where they stand; nothing where they say nothing."""
    if not facts.evidence:
        return ""
    places = "; ".join(f"{place.document}, {place.locator}" for place in facts.evidence)
    return f"{facts.note} [{places}]"


def _formulas(row: int, facts: Rating, scale: Scale) -> Iterator[str]:
    """Yield what counts: the rating given, or else what the facts leave open."""
    span, cell = facts.within(scale), f"$I{row}"
    yield f'=IF({cell}="",{span.low:g},{cell})'
    yield f'=IF({cell}="",{span.high:g},{cell})'
    yield f'=IF({cell}="",{int(facts.is_rated)},1)'


def _offer_ratings(page: "Worksheet", form: Form) -> None:
    """Offer the ratings of its scale in every cell that takes one; nothing else is taken."""
    lists: dict[tuple[int, int], DataValidation] = {}
    for row, (_, criterion) in enumerate(_cells(form), start=HEADER_ROW + 1):
        ends = (criterion.scale.minimum, criterion.scale.maximum)
        if ends not in lists:
            lists[ends] = _list_of(ends)
            page.add_data_validation(lists[ends])
        lists[ends].add(f"I{row}")


def _list_of(ends: tuple[int, int]) -> "DataValidation":
    from openpyxl.worksheet.datavalidation import DataValidation

    low, high = ends
    steps = ",".join(str(step) for step in range(low, high + 1))
    is_short = len(steps) < 250  # noqa: PLR2004  # a list may have 255 characters
    made = (
        DataValidation(type="list", formula1=f'"{steps}"', allow_blank=True)
        if is_short
        else DataValidation(type="whole", formula1=str(low), formula2=str(high), allow_blank=True)
    )
    made.errorTitle, made.error = "No such rating", f"Rate from {low} to {high}, or leave it blank."
    made.showErrorMessage = True
    return made


def _lock(page: "Worksheet", last: int) -> None:
    """Lock everything but the cells of an assessor; there is no password."""
    from openpyxl.styles import PatternFill, Protection

    writable = [(2, 3), (2, 4)]
    writable += [(column, row) for row in range(HEADER_ROW + 1, last + 1) for column in (9, 10)]
    for column, row in writable:
        cell = page.cell(row=row, column=column)
        cell.protection = Protection(locked=False)
        cell.fill = PatternFill("solid", fgColor="FFF8DC")
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
