"""Filled score sheets become claims; a wrong one is refused with all its faults."""

import pytest
from tests.forms import HEAD, Rows, form_text
from tests.people import GUIDE
from tests.table_files import grid

from hanse.graph.model import Source
from hanse.graph.store import PutAside
from hanse.ingest.names import Names
from hanse.ingest.scoresheets import ScoreSheet, read_score_sheet


def names() -> Names:
    known = Names()
    for thing, name, kind in (
        ("biocat", "BIOCAT", "cluster"),
        ("optence", "Optence e.V.", "cluster"),
        ("laser-go", "LASER-GO", "partnership"),
    ):
        known.learn(thing, name, kind)
    return known


def sheet(rows: Rows, **changes: object) -> ScoreSheet:
    text = form_text(rows, **changes)  # type: ignore[arg-type]  # by their names
    return read_score_sheet(grid(text, "ana"), names=names(), guides={GUIDE.id: GUIDE}.get)


def faults(rows: Rows, **changes: object) -> list[PutAside]:
    return list(sheet(rows, **changes).faults)


def one(cell: object, criterion: str = "interest") -> PutAside:
    (fault,) = faults([["biocat", criterion, cell, ""]])
    return fault


def test_a_rating_becomes_a_claim_with_assessor_day_and_comment() -> None:
    found = sheet([["biocat", "interest", "4", "signed a letter"]])
    (claim,) = found.claims

    assert (claim.subject, claim.predicate, claim.value) == ("biocat", "rating", 4)
    assert claim.context == "laser-go-2017:interest"
    assert (claim.source, claim.locator) == ("assessor:ana-example", "ana.csv, row 6")
    assert (claim.as_of, claim.note, claim.status) == ("2017-04-01", "signed a letter", "stated")
    assert found.source == Source(id="assessor:ana-example", title="Ana Example", kind="assessor")


def test_a_candidate_may_be_written_by_any_of_its_names() -> None:
    assert sheet([["Optence e.V.", "interest", "4", ""]]).claims[0].subject == "optence"


@pytest.mark.parametrize("cell", ["", " ", "-", "n/a", "?"])
def test_a_blank_is_no_rating_and_never_a_0(cell: str) -> None:
    found = sheet([["biocat", "interest", cell, ""], ["biocat", "culture", "0", ""]])

    assert [claim.value for claim in found.claims] == [0]


@pytest.mark.parametrize("cell", ["4", "4.0", "4,0"])
def test_whole_numbers_are_read_as_spreadsheets_write_them(cell: str) -> None:
    assert sheet([["biocat", "interest", cell, ""]]).claims[0].value == 4


def test_invented_ratings_are_marked_in_the_source_and_in_every_claim() -> None:
    found = sheet(
        [["biocat", "interest", "4", "keen"], ["biocat", "culture", "3", ""]],
        head={**HEAD, "Assessor": "demo rater 1", "Synthetic": "yes"},
    )

    assert found.source is not None
    assert (found.source.kind, found.source.title) == ("synthetic", "demo rater 1 (synthetic)")
    assert [(c.status, c.note) for c in found.claims] == [
        ("assumption", "synthetic: keen"), ("assumption", "synthetic"),
    ]  # fmt: skip


# -- what is wrong -----------------------------------------------------------------------------


def test_a_rating_of_7_is_outside_the_scale() -> None:
    fault = one("7")

    assert (fault.sheet, fault.row, fault.column, fault.value) == ("ana", 6, "Rating", "7")
    assert fault.reason == "outside the scale of 0 to 5"
    assert fault.remedy.startswith("write 0 to 5: 0 Unacceptable, 1 Very weak")


def test_the_scale_is_that_of_the_criterion() -> None:
    assert one("5", "eccp").reason == "outside the scale of 0 to 1"
    assert one("-1").reason == "outside the scale of 0 to 5"


@pytest.mark.parametrize("cell", ["Strong", "4.5", "four", "1e3", "NaN", "\u0664", "=1+1", "7x"])
def test_what_is_no_whole_number_is_refused(cell: str) -> None:
    fault = one(cell)

    assert (fault.reason, fault.column, fault.value) == ("not a whole number", "Rating", cell)


def test_an_unknown_candidate_is_told_with_the_nearest() -> None:
    (fault,) = faults([["biocatt", "interest", "4", ""]])

    assert (fault.column, fault.value) == ("Candidate id", "biocatt")
    assert "biocat" in fault.remedy


def test_what_is_no_cluster_is_no_candidate() -> None:
    (fault,) = faults([["laser-go", "interest", "4", ""]])

    assert "is a partnership" in fault.reason


def test_an_unknown_criterion_is_told_with_the_nearest() -> None:
    (fault,) = faults([["biocat", "interests", "4", ""]])

    assert (fault.column, fault.remedy) == ("Criterion", "did you mean 'interest'?")


def test_a_duplicated_row_names_the_first_one() -> None:
    (fault,) = faults([["biocat", "interest", "4", ""], ["BIOCAT", "interest", "4", ""]])

    assert (fault.row, fault.reason) == (7, "biocat stands in row 6 with interest already")


def test_empty_cells_that_must_not_be_are_told() -> None:
    found = faults([["", "interest", "4", ""], ["biocat", "", "4", ""]])

    assert [(f.row, f.column) for f in found] == [(6, "Candidate id"), (7, "Criterion")]


def test_a_formula_in_place_of_a_rating_is_refused() -> None:
    text = form_text([["biocat", "interest", "", ""]])
    found = read_score_sheet(
        grid(text, "ana", marks={2: "formula"}), names=names(), guides={GUIDE.id: GUIDE}.get
    )

    assert "formula" in found.faults[0].reason


def test_a_guide_that_the_project_does_not_have_is_told() -> None:
    (fault,) = faults([["biocat", "interest", "4", ""]], head={**HEAD, "Guide": "other"})

    assert (fault.column, fault.value) == ("Guide", "other")


@pytest.mark.parametrize("day", ["2017-02-30", "soon", "03/04/2017"])
def test_a_day_that_is_none_is_told(day: str) -> None:
    (fault,) = faults([["biocat", "interest", "4", ""]], head={**HEAD, "Date": day})

    assert (fault.column, fault.value) == ("Date", day)
    assert fault.remedy


def test_a_form_in_which_nothing_is_rated_is_told() -> None:
    (fault,) = faults([["biocat", "interest", "", ""]])

    assert fault.reason == "no rating is filled in"


def test_a_comment_without_a_rating_is_remarked_on() -> None:
    found = sheet([["biocat", "interest", "", "ask again"], ["biocat", "culture", "3", ""]])

    assert [remark.text for remark in found.remarks] == ["a comment without a rating is not kept"]
    assert len(found.claims) == 1


def test_a_wrong_form_tells_all_its_faults_and_gives_nothing() -> None:
    """A rating of 7, a text, an unknown candidate and a duplicated row, beside good rows."""
    found = sheet(
        [
            ["biocat", "interest", "7", ""],
            ["biocat", "culture", "good", ""],
            ["nobody", "interest", "4", ""],
            ["optence", "interest", "4", ""],
            ["optence", "interest", "3", ""],
            ["optence", "culture", "2", ""],
        ]
    )

    assert [(f.row, f.column) for f in found.faults] == [
        (6, "Rating"), (7, "Rating"), (8, "Candidate id"), (10, "Criterion"),
    ]  # fmt: skip
    assert (found.claims, found.source) == ((), None)


def test_a_missing_column_does_not_hide_the_other_faults() -> None:
    found = faults([["nobody", "interest", "4"]], columns=["Candidate id", "Criterion", "Grade"])

    assert {(f.row, f.column) for f in found} == {(None, "Rating"), (6, "Candidate id")}
