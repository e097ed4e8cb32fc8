"""A user's own overlaps, triples and capacities, from CSV files to the bounds of a reach.

The numbers are those of a hand-made example of 100, 80 and 60 companies: sizes alone leave 100
to 240 in all, and everything stated beside them narrows that to what can be computed by hand.
"""

import csv
from pathlib import Path
from typing import Any

import pytest
from tests.running import hanse

Rows = list[dict[str, str]]
SIZES: Rows = [
    {"id": "a", "name": "Alpha", "regions": "Reg One", "companies": "100"},
    {"id": "b", "name": "Beta", "regions": "Reg One", "companies": "80"},
    {"id": "c", "name": "Gamma", "regions": "Reg Two", "companies": "60"},
]
PAIRS: Rows = [
    {"name": "In A and B", "members": "a | b", "counted_as": "overlap", "companies": "30"},
    {"name": "In A and C", "members": "a | c", "counted_as": "overlap", "companies": "20"},
    {"name": "In B and C", "members": "b | c", "counted_as": "overlap", "companies": "10"},
]


def stated(kind: str, size: str, members: str = "a | b | c") -> Rows:
    return [{"name": "A statement", "members": members, "counted_as": kind, "companies": size}]


def project(folder: Path, **tables: Rows) -> str:
    """Load tables into a new project; every row says where it is from."""
    (folder / "tables").mkdir()
    for name, rows in {"clusters": SIZES, **tables}.items():
        full = [
            {**row, "source": "lists", "locator": f"{name} {number}"}
            for number, row in enumerate(rows, start=1)
        ]
        with (folder / "tables" / f"{name}.csv").open("w", encoding="utf-8", newline="") as table:
            writer = csv.DictWriter(table, fieldnames=list(full[0]))
            writer.writeheader()
            writer.writerows(full)
    (folder / "tables" / "sources.csv").write_text("id,title\nlists,Member lists\n", "utf-8")
    file = str(folder / "own.hanse")
    assert hanse("new", file).status == 0
    loaded = hanse("load", str(folder / "tables"), "--project", file)
    assert loaded.status == 0, loaded.out + loaded.err
    return file


def companies(project: str, members: str = "a,b,c") -> dict[str, Any]:
    asked = ("reach", "--members", members, "--project", project, "--json")
    found: dict[str, Any] = hanse(*asked).document["total"]["counts"]["companies"]
    return found


def ends(count: dict[str, Any]) -> tuple[float | None, float | None]:
    return count["low"], count["high"]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        pytest.param(PAIRS, (180, 190), id="three pairs"),
        pytest.param(stated("overlap", "20-40", "a | b"), (140, 220), id="one pair in a range"),
        pytest.param(
            [*PAIRS, *stated("overlap", "5")], (185, 185), id="three pairs and the triple"
        ),
        pytest.param(stated("overlap", "50"), (100, 140), id="a triple alone"),
        pytest.param(stated("union", "at most 150"), (100, 150), id="a capacity of all"),
        pytest.param(stated("", "at most 150"), (100, 150), id="a union unless it says otherwise"),
    ],
)
def test_the_bounds_are_the_narrowest_that_what_is_stated_leaves(
    tmp_path: Path, groups: Rows, expected: tuple[float, float]
) -> None:
    count = companies(project(tmp_path, groups=groups))

    assert ends(count) == expected
    assert {"document": "lists", "locator": "groups 1", "as_of": None} in count["sources"]
    assert "narrowed by" in count["rule"]
    assert count["contradictions"] == []


def test_the_region_that_an_overlap_leads_out_of_is_no_longer_taken_to_be_apart(
    tmp_path: Path,
) -> None:
    count = companies(project(tmp_path, groups=PAIRS))

    assert ends(count["by_region"]) == (180, 190)


def test_what_a_region_holds_at_most_caps_the_range_by_region_and_is_cited(tmp_path: Path) -> None:
    regions = [{"name": "Reg One", "companies": "at most 150"}]
    count = companies(project(tmp_path, regions=regions))

    assert ends(count["by_region"]) == (160, 210)
    assert ends(count) == (100, 240)  # whatever the regions
    assert "at most 150 companies of “Reg One”" in count["rule"]
    assert {"document": "lists", "locator": "regions 1", "as_of": None} in count["sources"]


def test_what_cannot_all_be_true_is_named_with_the_smallest_set_of_sources(tmp_path: Path) -> None:
    file = project(tmp_path, groups=stated("union", "at most 90"))
    count = companies(file)

    assert count["contradictions"] == [
        ["at most 90 companies of “A statement” [lists, groups 1]",
         "100 companies of “Alpha” [lists, clusters 1]"],
    ] or count["contradictions"] == [
        ["100 companies of “Alpha” [lists, clusters 1]",
         "at most 90 companies of “A statement” [lists, groups 1]"],
    ]  # fmt: skip
    out = " ".join(hanse("reach", "--members", "a,b,c", "--project", file).out.split())
    assert "companies: not all of these can be true" in out
    assert "G1" in hanse("conflicts", "--project", file).out


def test_a_region_that_holds_less_than_one_of_its_clusters_is_a_contradiction(
    tmp_path: Path,
) -> None:
    regions = [{"name": "Reg One", "companies": "at most 90"}]
    (clash,) = companies(project(tmp_path, regions=regions))["contradictions"]

    assert any("Reg One" in figure for figure in clash)
    assert any("Alpha" in figure for figure in clash)


def test_an_overlap_larger_than_a_cluster_is_a_contradiction(tmp_path: Path) -> None:
    file = project(tmp_path, groups=stated("overlap", "85", "b | c"))

    assert companies(file)["contradictions"]
    assert "companies in common" in " ".join(hanse("conflicts", "--project", file).out.split())


@pytest.mark.parametrize("name", ["all.xlsx", "all.trig", "tables-again"])
def test_an_export_read_again_gives_the_same_bounds(tmp_path: Path, name: str) -> None:
    regions = [{"name": "Reg One", "companies": "at most 150"}]
    groups = [*PAIRS, *stated("overlap", "5")]
    file = project(tmp_path, groups=groups, regions=regions)
    written = hanse("export", "graph", str(tmp_path / name), "--project", file)
    assert written.status == 0, written.err
    again = str(tmp_path / "again.hanse")
    hanse("new", again)
    assert hanse("load", str(tmp_path / name), "--project", again).status == 0

    assert companies(again) == companies(file)
