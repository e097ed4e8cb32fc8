"""Which fields a cluster comes from, with the categories that say so."""

from collections.abc import Mapping, Sequence

from tests.builders import cluster, project

from hanse.graph.rules import Field, FieldRule, Need
from hanse.queries.fields import from_fields, in_field
from hanse.queries.outcomes import Decision

PHOTONICS = Field(
    id="photonics",
    label="photonics",
    categories=frozenset({"technology_field:optics", "s3_priority:photonics"}),
)
DEVICES = Field(
    id="devices",
    label="medical devices",
    categories=frozenset({"emerging_industry:medical-devices"}),
)


def decision(labels: Mapping[str, Sequence[str]], need: Need = "any") -> Decision:
    graph = project(cluster("x", categories=labels))
    rule = FieldRule(id="field", text="", fields=(DEVICES, PHOTONICS), need=need)
    return from_fields(graph, graph.cluster("x"), rule)


def test_the_category_that_puts_a_cluster_in_a_field_is_named_with_its_scheme() -> None:
    decided = decision({"emerging_industry": ["Medical Devices"]})

    assert decided.outcome == "pass"
    assert decided.text == "It is in medical devices by “Medical Devices” (emerging industry)."
    assert decided.evidence


def test_a_cluster_in_both_fields_is_told_so() -> None:
    # D4.1, annex, row 96: Tuscany Life Sciences, of photonics and of medical technology.
    labels = {"emerging_industry": ["Medical Devices"], "s3_priority": ["Photonics"]}

    assert "in photonics by “Photonics” (S3 priority)" in decision(labels).text
    assert decision(labels, need="all").outcome == "pass"


def test_a_cluster_in_neither_field_fails_with_its_categories_as_evidence() -> None:
    decided = decision({
        "emerging_industry": ["Mobility Technologies"],
        "technology_field": ["Rubber"],
        "s3_priority": ["Space"],
    })  # fmt: skip

    assert decided.outcome == "fail"
    assert decided.text == (
        "It is not in medical devices or photonics: of its three categories none counts."
    )
    assert decided.evidence


def test_what_is_not_stated_of_a_scheme_is_named() -> None:
    decided = decision({"emerging_industry": ["Mobility Technologies"], "s3_priority": ["Space"]})

    assert decided.outcome == "unknown"
    assert decided.text.startswith("No technology field is stated of it")


def test_a_cluster_without_categories_is_unknown_and_never_out() -> None:
    assert decision({}).outcome == "unknown"
    assert decision({}).evidence == ()


def test_one_field_is_asked_for_alone() -> None:
    graph = project(cluster("x", categories={"s3_priority": ["Photonics"]}))

    assert in_field(graph, graph.cluster("x"), PHOTONICS).outcome == "pass"
    assert in_field(graph, graph.cluster("x"), DEVICES).outcome == "unknown"
