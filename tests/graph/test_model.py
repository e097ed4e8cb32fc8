"""Records of the domain are frozen, hashable and say what they mean without a store."""

import inspect
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest

from hanse.graph import model
from hanse.graph.model import (
    ClusterOrganisation,
    Count,
    Criterion,
    Guide,
    Scale,
    Settings,
    Source,
)
from hanse.graph.quantities import Interval

RECORDS = [kind for _, kind in inspect.getmembers(model, inspect.isclass) if is_dataclass(kind)]
OURS = [kind for kind in RECORDS if kind is not Interval]

# D4.1, Table 1: weights and highest ratings; one criterion is answered by yes or no.
TABLE_1 = (
    ("companies", 5, 5), ("photonics_share", 15, 5), ("internationalisation", 15, 5),
    ("eccp_listed", 5, 1), ("cooperation", 10, 5), ("eu_projects", 5, 5), ("stability", 5, 5),
    ("culture", 5, 5), ("interest", 15, 5), ("fair_contract", 20, 5),
)  # fmt: skip


def guide(rows: tuple[tuple[str, int, int], ...]) -> Guide:
    criteria = [
        Criterion(
            id=name,
            question=f"{name}?",
            group="all",
            weight=weight / 100,
            scale=Scale(kind="yes_no" if maximum == 1 else "likert", maximum=maximum),
        )
        for name, weight, maximum in rows
    ]
    return Guide(id="laser-go-2017", label="LASER-GO", criteria=tuple(criteria))


@pytest.mark.parametrize("record", OURS, ids=lambda record: str(record.__name__))
def test_a_record_is_frozen_slotted_and_filled_by_name(record: type) -> None:
    parameters = record.__dataclass_params__  # type: ignore[attr-defined]  # of every dataclass

    assert parameters.frozen
    assert hasattr(record, "__slots__")
    assert all(field.kw_only for field in fields(record))


@pytest.mark.parametrize(
    "record",
    [
        ClusterOrganisation(
            id="biocat",
            name="BIOCAT",
            categories={"stated_focus": ("stated_focus:health",)},
            counts={"members": Count(unit="members", interval=Interval(1, 2), qualifier=None,
                                     is_preferred=False)},
        ),
        guide(TABLE_1),
        Settings(trust=("d41", "nl")),
        Source(id="d41", title="Guide"),
        Scale(kind="likert", maximum=5, labels={0: "no"}),
    ],
    ids=lambda record: type(record).__name__,
)  # fmt: skip
def test_a_record_can_be_put_into_a_set_and_equals_its_twin(record: object) -> None:
    assert is_dataclass(record)
    assert not isinstance(record, type)
    assert len({record, replace(record)}) == 1


def test_a_record_cannot_be_changed_behind_its_readers_back() -> None:
    cluster = ClusterOrganisation(id="biocat", name="BIOCAT")

    with pytest.raises(FrozenInstanceError):
        cluster.name = "other"  # type: ignore[misc]  # on purpose


def test_a_cluster_lists_its_categories_scheme_by_scheme() -> None:
    cluster = ClusterOrganisation(
        id="optence",
        name="Optence",
        categories={
            "technology_field": ("technology_field:optics", "technology_field:lasers"),
            "stated_focus": ("stated_focus:optics",),
        },
    )

    assert cluster.category_ids == (
        "technology_field:optics",
        "technology_field:lasers",
        "stated_focus:optics",
    )


def test_what_nobody_stated_of_a_cluster_is_left_open() -> None:
    cluster = ClusterOrganisation(id="zab", name="ZAB")

    assert cluster.country is None
    assert cluster.counts == {}
    assert cluster.category_ids == ()


def test_the_best_possible_candidate_scores_4_80_because_one_criterion_is_yes_or_no() -> None:
    assert guide(TABLE_1).maximum == pytest.approx(4.80)


def test_with_a_scale_to_five_for_all_it_would_be_five() -> None:
    assert guide(tuple((name, weight, 5) for name, weight, _ in TABLE_1)).maximum == pytest.approx(
        5.0
    )
