"""What counts as a field, and what a filter finds, by the categories that are stated."""

import pytest

from hanse.graph.model import ClusterOrganisation
from hanse.graph.rules import Field, Filter, Quota, scheme_of

# D4.1, section 2, page 8: "a technology field of photonics"; the labels are ours.
PHOTONICS = Field(
    id="photonics",
    categories=frozenset({"technology_field:optics", "s3_priority:photonics"}),
)


def cluster(**categories: str) -> ClusterOrganisation:
    held = {scheme: (f"{scheme}:{label}",) for scheme, label in categories.items()}
    return ClusterOrganisation(id="x", name="X", categories=held)


def test_one_category_of_a_field_is_enough_whatever_else_is_unknown() -> None:
    assert PHOTONICS.holds(cluster(technology_field="optics")) is True
    assert PHOTONICS.matched(cluster(technology_field="optics")) == ("technology_field:optics",)


def test_a_cluster_without_any_category_may_be_in_any_field() -> None:
    assert PHOTONICS.holds(cluster()) is None


def test_a_list_that_nobody_states_leaves_the_field_open() -> None:
    # D4.1, annex, row 9: Biocat has no technology field in print.
    biocat = cluster(s3_priority="public-health-and-well-being")

    assert PHOTONICS.holds(biocat) is None
    assert PHOTONICS.silent(biocat) == ("technology_field",)


def test_a_cluster_is_outside_when_every_list_that_counts_is_stated() -> None:
    assert PHOTONICS.holds(cluster(s3_priority="space", technology_field="surgery")) is False


def test_a_missing_stated_focus_leaves_nothing_open_where_other_schemes_count() -> None:
    field = Field(
        id="f", categories=frozenset({"technology_field:optics", "stated_focus:photonics"})
    )

    assert field.holds(cluster(technology_field="surgery")) is False
    assert field.holds(cluster(stated_focus="photonics")) is True
    assert field.holds(cluster(stated_focus="beauty")) is None


def test_a_field_of_focus_areas_alone_is_open_where_no_focus_is_stated() -> None:
    field = Field(id="f", categories=frozenset({"stated_focus:photonics"}))

    assert field.holds(cluster(technology_field="optics")) is None
    assert field.holds(cluster(stated_focus="beauty")) is False


def test_any_category_of_a_scheme_counts_where_the_scheme_does() -> None:
    field = Field(id="f", schemes=frozenset({"s3_priority"}))

    assert field.holds(cluster(s3_priority="space")) is True
    assert field.holds(cluster(technology_field="optics")) is None


def test_a_filter_finds_only_what_has_its_category_in_the_list() -> None:
    """D4.1, section 2.2, footnote 2: emerging_industry_id=MED, and all else on All."""
    med = Filter(
        id="med",
        label="emerging industry = Medical Devices",
        categories=frozenset({"emerging_industry:medical-devices"}),
    )

    assert med.finds(cluster(emerging_industry="medical-devices"))
    assert not med.finds(cluster(stated_focus="photonics"))


def test_quotas_are_told_apart_from_rules_by_their_ids() -> None:
    assert Quota(field=PHOTONICS).id == "quota:photonics"


@pytest.mark.parametrize("category", ["s3_priority:photonics", "s3_priority:e-health:x"])
def test_the_scheme_stands_before_the_first_colon(category: str) -> None:
    assert scheme_of(category) == "s3_priority"
