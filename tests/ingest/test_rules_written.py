"""The shapes that a file of rules is held against."""

from hanse.ingest.rules_written import CategoryAsWritten, FieldAsWritten, FilterAsWritten

OPTICS = CategoryAsWritten(scheme="technology_field", label="Optics")


def test_a_category_has_its_scheme_in_its_id() -> None:
    assert OPTICS.id == "technology_field:optics"


def test_a_field_keeps_the_labels_as_they_are_written() -> None:
    field = FieldAsWritten(id="photonics", label="photonics", categories=[OPTICS], note="Ours.")

    assert field.field.labels == {"technology_field:optics": "Optics"}
    assert field.field.note == "Ours."


def test_a_filter_keeps_the_step_that_used_it() -> None:
    written = FilterAsWritten(id="med", label="MED", categories=[OPTICS], step="search-2017-eccp")

    assert written.filter.step == "search-2017-eccp"
    assert written.filter.categories == {"technology_field:optics"}
