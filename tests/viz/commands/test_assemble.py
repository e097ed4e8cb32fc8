"""Whole alliances: the best set of partners, bridges, comparison, paths."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.running import hanse

AFTER = ("--as-of", "2018")  # LASER-GO GLOBAL holds, with Biocat in both partnerships
GRAPH: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "expected.json").read_text(encoding="utf-8")
)["graph"]


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    return hanse(
        "compose", "--size", "3", "--quota", "photonics=1", "--quota", "health=2", "--json"
    ).document


def test_the_best_set_is_proved_and_its_weights_are_shown(composed: dict[str, Any]) -> None:
    assert composed["status"] == "optimal"
    assert composed["objective"] == {"chain": 0.55, "region": 0.15, "market": 0.15, "fit": 0.15}
    assert composed["bound"] >= composed["sets"][0]["value"]["low"]


def test_every_set_fills_the_seats_and_holds_no_member(composed: dict[str, Any]) -> None:
    for one in composed["sets"]:
        assert len(one["members"]) == 3
        assert {s["quota"] for s in one["seats"]} == {"quota:photonics", "quota:health"}
        assert not set(one["members"]) & set(composed["alliance"])


def test_sets_come_by_falling_low_then_high_then_ids(composed: dict[str, Any]) -> None:
    order = [(-s["value"]["low"], -s["value"]["high"], s["members"]) for s in composed["sets"]]

    assert order == sorted(order)


def test_appearances_count_the_sets_that_hold_a_candidate(composed: dict[str, Any]) -> None:
    for candidate, number in composed["appearances"].items():
        assert number == sum(candidate in s["members"] for s in composed["sets"])


def test_who_is_required_is_in_and_who_is_excluded_is_out() -> None:
    document = hanse(
        "compose", "--size", "2", "--require", "Biocat", "--exclude", "cbm", "--json"
    ).document

    assert all("biocat" in s["members"] for s in document["sets"])
    assert all("cbm" not in s["members"] for s in document["sets"])


def test_what_cannot_be_met_names_the_rules_to_relax() -> None:
    document = hanse("compose", "--size", "1", "--require", "biocat", "--require", "medicen",
                     "--json").document  # fmt: skip

    assert document["status"] == "infeasible"
    assert document["sets"] == []
    assert document["relax"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--quota", "photonic=1"), "photonics"),
        (("--quota", "photonics"), "NAME=NUMBER"),
        (("--weight", "chian=1"), "chain"),
        (("--require", "nobody"), "no cluster is called 'nobody'"),
    ],
)
def test_a_mistake_is_told_with_its_remedy(arguments: tuple[str, ...], words: str) -> None:
    ran = hanse("compose", *arguments)

    assert ran.status == 2
    assert words in ran.err


def test_a_made_up_alliance_of_the_other_case_is_answered_as_well() -> None:
    document = hanse("compose", "--project", "escp", "--members", "biocat,litek", "--size", "2",
                     "--json").document  # fmt: skip

    assert document["status"] == "optimal"
    assert len(document["sets"]) == 10


def test_biocat_holds_the_two_partnerships_together() -> None:
    document = hanse("bridges", *AFTER, "--json").document
    (biocat,) = document["access_points"]

    assert biocat["id"] == "biocat"
    assert biocat["articulation"] is True
    assert biocat["brokered_pairs"] == GRAPH["per_node"]["Biocat"]["brokered_pairs"]
    assert biocat["constraint"] == pytest.approx(
        GRAPH["per_node"]["Biocat"]["constraint"], abs=1e-6
    )
    assert document["dependent_pairs"]["total"] == 15
    assert document["dependent_pairs"]["through"] == {"biocat": 15}


def test_a_cluster_in_no_partnership_is_not_connected_and_never_not_a_number() -> None:
    ran = hanse("bridges", "--members", "optence", "--json")
    (optence,) = ran.document["positions"]

    assert optence["constraint"] is optence["betweenness"] is None
    assert "NaN" not in ran.out


def test_two_alliances_are_compared_by_what_both_and_only_one_have() -> None:
    document = hanse("compare", "laser-go-global", "bioxclusters-plus", *AFTER, "--json").document

    assert document["both"]["members"] == ["biocat"]
    assert "IT" in document["only_b"]["countries"]
    assert "LT" in document["only_a"]["countries"]


def test_an_alliance_is_compared_with_clusters_made_up_on_the_spot() -> None:
    document = hanse("compare", "laser-go", "litek,biocat", "--json").document

    assert document["both"]["members"] == ["litek"]
    assert document["only_b"]["members"] == ["biocat"]


def test_a_path_is_told_in_words() -> None:
    document = hanse("path", "litek", "BioM", *AFTER, "--json").document

    assert document["path"] == ["litek", "laser-go-global", "biocat", "bioxclusters-plus", "biom"]
    assert "which has the member Biocat" in document["text"]


def test_what_is_not_connected_has_no_path_and_says_so() -> None:
    document = hanse("path", "litek", "biom", "--json").document

    assert document["path"] == []
    assert "not connected" in document["text"]


@pytest.mark.parametrize(
    "arguments",
    [("compose",), ("bridges", *AFTER), ("compare", "laser-go", "bioxclusters-plus"),
     ("path", "litek", "biom")],
)  # fmt: skip
def test_each_is_readable_as_text(arguments: tuple[str, ...]) -> None:
    ran = hanse(*arguments)

    assert ran.status == 0
    assert ran.out.strip()
    assert "None" not in ran.out


def test_the_alliance_of_bridges_is_named_as_everywhere() -> None:
    document = hanse("bridges", "--members", "biocat", "--add", "medicen", "--json").document

    assert {one["id"] for one in document["positions"]} == {"biocat", "medicen"}


def test_the_pareto_front_stands_in_the_table_too() -> None:
    asked = ("compose", "--size", "1", "--candidates", "biocat,optence,medicen", "--pareto")
    front = hanse(*asked, "--json").document["pareto"]
    printed = hanse(*asked).out

    assert front
    assert f"Pareto front: {len(front)} sets" in printed
    assert "Pareto" not in hanse(*asked[:-1]).out


def test_a_member_that_is_an_access_point_stands_in_the_table_once() -> None:
    ran = hanse("bridges", "--members", "biocat", *AFTER)

    assert ran.out.count("BioRegion") + ran.out.count("Biocat (Bioregion") <= 2  # row and pairs
    assert "biocat" in {
        o["id"] for o in hanse("bridges", *AFTER, "--json").document["access_points"]
    }
