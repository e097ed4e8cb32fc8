"""The guide of LASER-GO D4.1 (2017), section 3.1 and Table 1, as data."""

from importlib.resources import files

import pytest

from hanse.graph.model import Band, Criterion, Guide
from hanse.ingest.guides import read_guide


@pytest.fixture(scope="module")
def guide() -> Guide:
    text = (files("hanse.ingest") / "cases" / "photonics_for_health" / "guide.toml").read_text(
        encoding="utf-8"
    )
    return read_guide(text, where="guide.toml")


@pytest.fixture(scope="module")
def criteria(guide: Guide) -> dict[str, Criterion]:
    return {criterion.id: criterion for criterion in guide.criteria}


def test_table_1_gives_ten_weights_in_four_groups(guide: Guide) -> None:
    percent = [round(100 * criterion.weight) for criterion in guide.criteria]
    by_group = [
        sum(round(100 * c.weight) for c in guide.criteria if c.group == group)
        for group in guide.groups
    ]

    assert percent == [5, 15, 15, 5, 10, 5, 5, 5, 15, 20]
    assert by_group == [20, 20, 20, 40]


def test_the_highest_weighted_score_is_4_80(guide: Guide) -> None:
    assert guide.maximum == pytest.approx(4.80)


def test_company_bands_are_printed_with_a_gap_from_151_to_200(
    criteria: dict[str, Criterion],
) -> None:
    bands = criteria["companies"].scale.bands

    assert bands[-2:] == (
        Band(rating=4, low=101, high=150),
        Band(rating=5, low=200, is_low_included=False),
    )


def test_share_bands_are_printed_with_10_25_and_50_twice(criteria: dict[str, Criterion]) -> None:
    bands = criteria["photonics-share"].scale.bands

    assert [(band.low, band.high) for band in bands[1:5]] == [(5, 10), (10, 25), (25, 50), (50, 75)]
    assert all(band.is_low_included and band.is_high_included for band in bands[1:5])


def test_only_size_share_and_listing_follow_from_facts(guide: Guide) -> None:
    fed = {criterion.id: criterion.evidence for criterion in guide.criteria if criterion.evidence}

    assert fed == {
        "companies": "companies",
        "photonics-share": "photonics_share",
        "eccp": "eccp_listed",
    }


def test_a_listing_on_the_platform_earns_1(criteria: dict[str, Criterion]) -> None:
    assert (criteria["eccp"].scale.kind, criteria["eccp"].scale.maximum) == ("yes_no", 1)


def test_seven_criteria_share_one_ladder_from_unacceptable_to_very_strong(guide: Guide) -> None:
    ladders = [c.scale for c in guide.criteria if c.scale.kind == "likert"]

    assert len(ladders) == 7
    assert {scale.labels[0] for scale in ladders} == {"Unacceptable"}
    assert {scale.labels[5] for scale in ladders} == {"Very strong"}


def test_no_criterion_asks_for_complementarity_new_regions_or_target_markets(guide: Guide) -> None:
    served = {goal for criterion in guide.criteria for goal in criterion.goals}
    unserved = set(guide.goals) - served

    assert {
        "complementary fields of application",
        "regions of the EU outside the consortium",
        "access to the target markets in North America and Southeast Asia",
        "preference for clusters of COSME Go International",
    } <= unserved


def test_every_criterion_says_where_it_stands(guide: Guide) -> None:
    assert [c.locator.split("criterion ")[-1] for c in guide.criteria] == [
        str(number) for number in range(1, 11)
    ]
