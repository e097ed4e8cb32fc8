"""A field stated in words and the annex: D4.1, section 2.1, on Biocat and photonics."""

from tests.builders import claim, cluster, project

from hanse.graph.claims import Claim, Status
from hanse.graph.ids import category_id
from hanse.graph.rules import Field
from hanse.queries.conflict_rules.fields import fields_not_shown
from hanse.queries.conflict_rules.finding import Conflict

PHOTONICS = Field(
    id="photonics",
    label="Photonics and optics",
    categories=frozenset({
        category_id("technology_field", "Optics"), category_id("stated_focus", "Photonics"),
    }),
)  # fmt: skip


def found(
    *, said_to_be: str = "photonics", status: Status = "stated", field: Field = PHOTONICS,
    **labels: str,
) -> list[Conflict]:  # fmt: skip
    said: list[Claim] = cluster("Biocat", categories={s: [label] for s, label in labels.items()})
    said += [claim("biocat", "active_in", said_to_be, status=status)] if said_to_be else []
    return list(fields_not_shown(project(said), [field]))


def test_work_in_photonics_that_no_category_names_is_a_remark() -> None:
    (one,) = found(sectoral_industry="Biopharmaceuticals")

    assert (one.code, one.severity, one.subject) == ("F8", "remark", "biocat")
    assert "said to work in Photonics and optics" in one.message
    assert "of its one category none names the field" in one.message
    assert "nothing is listed of its emerging industry, technology field and" in one.message
    assert {value.attribute for value in one.statements} == {"active_in", "classified_as"}


def test_the_field_may_be_named_by_its_label() -> None:
    assert len(found(said_to_be="Photonics and Optics", s3_priority="Biotechnology")) == 1


def test_a_focus_stated_in_words_is_a_statement_of_the_field_too() -> None:
    assert len(found(said_to_be="", stated_focus="Photonics", s3_priority="Biotechnology")) == 1


def test_a_category_of_the_field_agrees() -> None:
    assert found(technology_field="Optics") == []
    assert found(technology_field="Optics", stated_focus="Photonics") == []


def test_nothing_is_said_of_another_field_a_guess_or_a_cluster_without_categories() -> None:
    assert found(said_to_be="health tech", s3_priority="Biotechnology") == []
    assert found(status="conjecture", s3_priority="Biotechnology") == []
    assert found() == []


def test_a_field_that_rests_on_words_alone_is_shown_by_no_directory() -> None:
    words = Field(id="photonics", categories=frozenset({category_id("stated_focus", "Photonics")}))

    assert found(field=words, s3_priority="Biotechnology") == []
