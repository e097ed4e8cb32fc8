"""The annex of D4.1 (Table 2, the 98 clusters of the ECCP search) as it is shipped.

Rows are quoted by their number in the annex. A cell keeps the wording of the annex; the reading
used comes from `repairs.csv` (damaged text) and `categories.csv` (spelling variants).
"""

import csv
import re
import unicodedata
from collections import Counter
from graphlib import TopologicalSorter
from importlib.resources import files
from itertools import pairwise
from typing import Final

import pytest

SCHEMES: Final = ("sectoral_industry", "emerging_industry", "technology_field", "s3_priority")


def table(name: str) -> list[dict[str, str]]:
    text = (files("hanse.ingest") / "cases" / "annex" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))


def parts(cell: str) -> list[str]:
    return cell.split(" | ") if cell else []


CLUSTERS: Final = {int(row["annex_no"]): row for row in table("clusters.csv")}
CATEGORIES: Final = table("categories.csv")
REPAIRS: Final = table("repairs.csv")
STANDARD: Final = {
    (row["scheme"], spelling): row["label"]
    for row in CATEGORIES
    for spelling in (row["label"], *parts(row["variants"]))
}


def repairs_of(subject: str, attribute: str) -> dict[str, list[str]]:
    """Give, for each damaged wording, the values that are used in its place."""
    used: dict[str, list[str]] = {}
    for row in REPAIRS:
        if (row["subject"], row["attribute"], row["status"]) == (subject, attribute, "repaired"):
            used.setdefault(row["as_written"], []).append(row["value"])
    return used


def labels(number: int, scheme: str) -> list[str]:
    """Give the labels of one row in one scheme, repaired, in the spelling of the annex."""
    repairs = repairs_of(CLUSTERS[number]["id"], scheme)
    printed = parts(CLUSTERS[number][scheme])
    return [label for wording in printed for label in repairs.get(wording, [wording])]


def categories(number: int, scheme: str) -> list[str]:
    return [STANDARD[scheme, label] for label in labels(number, scheme)]


def name_used(number: int) -> str:
    row = CLUSTERS[number]
    return next(iter(repairs_of(row["id"], "name").values()), [row["name"]])[0]


def conjecture(number: int) -> str:
    there = (f"annex, row {number}", "conjecture")
    (guess,) = [row["value"] for row in REPAIRS if (row["locator"], row["status"]) == there]
    return guess


def rows_with(scheme: str, *names: str) -> set[int]:
    return {number for number in CLUSTERS if set(names) & set(categories(number, scheme))}


def alphabetical(text: str) -> str:
    """Sort as the annex does: without accents or case, signs before letters."""
    folded = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def test_the_annex_has_rows_1_to_98_in_order() -> None:
    assert list(CLUSTERS) == list(range(1, 99))
    assert [row["locator"] for row in CLUSTERS.values()] == [f"annex, row {n}" for n in CLUSTERS]
    assert {row["source"] for row in CLUSTERS.values()} == {"d41"}


def test_every_cluster_has_an_id_of_its_own_that_is_a_short_slug() -> None:
    ids = {row["id"] for row in CLUSTERS.values()}

    assert len(ids) == 98
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", word) and len(word) <= 40 for word in ids)


def test_a_name_is_kept_as_it_is_printed() -> None:
    assert name_used(9) == "Biocat (Bioregion of Catalonia)"
    assert name_used(39) == "Human.technology Styria GmbH"
    assert name_used(65) == "MedicalMountains AG."  # the dot stands in the annex
    assert name_used(66) == "MEDICEN PARIS REGION"


def test_no_two_clusters_share_a_name_or_a_whole_profile() -> None:
    assert len({name_used(number).casefold() for number in CLUSTERS}) == 98
    assert len({tuple(row[scheme] for scheme in SCHEMES) for row in CLUSTERS.values()}) == 98


def test_the_98_clusters_lie_in_22_countries() -> None:
    counted = Counter(row["country"] for row in CLUSTERS.values())

    several = {"FR": 16, "IT": 13, "ES": 12, "DE": 12, "PL": 9, "BE": 7, "NL": 5, "RO": 4,
               "HU": 3, "LT": 3, "PT": 2, "GR": 2}  # fmt: skip
    single = dict.fromkeys(["EE", "AT", "SI", "IE", "TR", "FI", "SK", "RU", "GB", "BA"], 1)
    assert counted == several | single


def test_names_stand_in_alphabetical_order_but_for_row_76_which_lost_its_first_letters() -> None:
    names = {number: alphabetical(name_used(number)) for number in CLUSTERS}

    breaks = [after for before, after in pairwise(names) if names[before] > names[after]]

    assert breaks == [76]  # "mAgora ..." after "OptoNet e.V.", before "Photonics cluster OPTITEC"


def test_the_conjectured_name_of_row_76_would_stand_in_order() -> None:
    names = [alphabetical(name) for name in (name_used(75), conjecture(76), name_used(77))]

    assert names == sorted(names)


def test_the_annex_makes_984_assignments_in_four_schemes() -> None:
    counted = {scheme: sum(len(labels(n, scheme)) for n in CLUSTERS) for scheme in SCHEMES}

    assert counted == dict(zip(SCHEMES, (208, 246, 264, 266), strict=True))
    assert sum(counted.values()) == 984


def test_merged_spellings_leave_30_sectors_10_emerging_98_technologies_and_62_priorities() -> None:
    used = {scheme: {c for n in CLUSTERS for c in categories(n, scheme)} for scheme in SCHEMES}

    assert [len(used[scheme]) for scheme in SCHEMES] == [30, 10, 98, 62]
    for scheme in SCHEMES:
        assert used[scheme] == {row["label"] for row in CATEGORIES if row["scheme"] == scheme}


def test_every_variant_is_read_somewhere_in_the_annex() -> None:
    read = {(scheme, label) for n in CLUSTERS for scheme in SCHEMES for label in labels(n, scheme)}

    assert read == set(STANDARD)


def test_spellings_of_bio_based_materials_or_of_defence_are_one_category() -> None:
    assert labels(63, "technology_field")[0] == "Biobased materials"
    assert rows_with("technology_field", "Bio-based Materials") == {18, 27, 48, 63, 78, 83}
    defence = rows_with("sectoral_industry", "Aerospace Vehicles and Defence")
    assert defence == {3, 6, 30, 75, 77, 80}


def test_biopharmaceuticals_the_sector_is_not_bio_pharmaceuticals_the_emerging_industry() -> None:
    sector = rows_with("sectoral_industry", "Biopharmaceuticals")
    emerging = rows_with("emerging_industry", "Bio-pharmaceuticals")

    assert len(sector) == 39
    assert len(emerging) == 39
    assert 28 in sector - emerging  # Estonian Connected Health Cluster
    assert 39 in emerging - sector  # Human.technology Styria


def test_no_row_has_more_than_three_labels_in_a_scheme_or_one_label_twice() -> None:
    for number in CLUSTERS:
        for scheme in SCHEMES:
            held = categories(number, scheme)
            assert len(held) <= 3
            assert len(set(held)) == len(held)


def test_medical_devices_is_the_emerging_industry_of_all_98() -> None:
    assert len(rows_with("emerging_industry", "Medical Devices")) == 98


def test_only_rows_6_9_41_and_61_lack_a_list_and_it_is_the_technology_field() -> None:
    empty = {(n, scheme) for n in CLUSTERS for scheme in SCHEMES if not CLUSTERS[n][scheme]}

    assert empty == {(number, "technology_field") for number in (6, 9, 41, 61)}


def test_photonics_is_a_priority_of_nine_and_optics_a_technology_of_eight() -> None:
    optics = {c for n in CLUSTERS for c in categories(n, "technology_field") if "Opti" in c}
    priority = rows_with("s3_priority", "Photonics")
    technology = rows_with("technology_field", *optics)

    assert priority == {3, 50, 55, 56, 70, 74, 77, 87, 96}
    assert technology == {3, 50, 55, 56, 64, 74, 75, 87}
    assert len(priority | technology) == 11
    assert len(priority & technology) == 6


def test_38_labels_hold_a_comma_and_stand_in_60_rows() -> None:
    used = {(n, label) for n in CLUSTERS for scheme in SCHEMES for label in labels(n, scheme)}
    with_comma = {(number, label) for number, label in used if "," in label}

    assert len({label for _, label in with_comma}) == 38
    assert len({number for number, _ in with_comma}) == 60
    assert (65, "Machining (turning, drilling, moulding, planning, cutting)") in with_comma


def undivided() -> list[int]:
    return [n for n, row in CLUSTERS.items() if "printed without division" in row["note"]]


def test_39_rows_say_that_their_lists_were_printed_without_division() -> None:
    assert len(undivided()) == 39
    assert not {6, 9, 12, 39, 41, 70, 74, 87, 96} & set(undivided())


def test_at_every_border_of_an_undivided_row_one_label_is_known_from_the_undamaged_rows() -> None:
    whole = [number for number in CLUSTERS if number not in undivided()]
    known = {(scheme, label) for n in whole for scheme in SCHEMES for label in labels(n, scheme)}

    for number in undivided():
        lists = [(s, labels(number, s)) for s in SCHEMES if labels(number, s)]
        for (left, before), (right, after) in pairwise(lists):
            assert (left, before[-1]) in known or (right, after[0]) in known, number


@pytest.mark.parametrize("scheme", SCHEMES[:2])
def test_sectors_and_emerging_industries_stand_in_alphabetical_order(scheme: str) -> None:
    for number in CLUSTERS:
        printed = [label.replace("-", "").casefold() for label in labels(number, scheme)]
        assert printed == sorted(printed), number


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_row_lists_the_labels_of_a_scheme_in_one_and_the_same_order(scheme: str) -> None:
    # The registry printed each list in the order of its own vocabulary: a label put on the wrong
    # side of a lost border would most likely contradict that order somewhere.
    order: TopologicalSorter[str] = TopologicalSorter()
    for number in CLUSTERS:
        for before, after in pairwise(categories(number, scheme)):
            order.add(after, before)

    order.prepare()  # raises CycleError when two rows contradict each other


def test_every_repair_and_conjecture_points_at_its_row_and_gives_a_reason() -> None:
    numbers = {row["id"]: number for number, row in CLUSTERS.items()}

    for row in REPAIRS:
        assert row["locator"] == f"annex, row {numbers[row['subject']]}"
        assert row["attribute"] in {"name", *SCHEMES}
        assert row["status"] in {"repaired", "conjecture"}
        assert row["value"] != row["as_written"]
        assert len(row["note"]) > 20


def test_only_these_values_of_the_annex_were_repaired() -> None:
    repaired = [r["locator"].rpartition(" ")[2] for r in REPAIRS if r["status"] == "repaired"]

    assert Counter(map(int, repaired)) == {6: 2, 17: 1, 32: 1, 48: 1, 68: 1, 79: 2, 91: 1, 92: 1}


def test_row_68_loses_the_tail_that_ran_over_from_row_67() -> None:
    tail = " with regard to health, well-being and elder care"

    assert CLUSTERS[68]["s3_priority"].endswith("Nanotechnology & engineering" + tail)
    assert labels(67, "s3_priority")[-1].endswith(tail)
    assert labels(68, "s3_priority")[-1] == labels(14, "s3_priority")[-1]


def test_row_79_gets_back_the_comma_between_two_priorities() -> None:
    assert CLUSTERS[79]["s3_priority"] == "Advanced materials Waste management"
    assert labels(79, "s3_priority") == ["Advanced materials", "Waste management"]


def test_row_6_has_three_sectors_although_they_stand_on_two_lines() -> None:
    split = repairs_of("pool-net", "sectoral_industry")

    assert split == {"Automotive, Plastics": ["Automotive", "Plastics"]}
    assert labels(6, "sectoral_industry")[1:] == ["Automotive", "Plastics"]
    assert labels(6, "emerging_industry")[-1] == "Medical Devices"


@pytest.mark.parametrize("number", [17, 32, 48, 91])
def test_a_name_cut_by_a_page_break_is_joined_and_says_so(number: int) -> None:
    ((printed, (joined,)),) = repairs_of(CLUSTERS[number]["id"], "name").items()

    assert joined == CLUSTERS[number]["name"] == printed.replace(" / ", " ")


def test_row_92_is_joined_where_the_narrow_column_broke_its_name() -> None:
    assert CLUSTERS[92]["name"] == "TechnologyMoun tains e. V"
    assert name_used(92) == "TechnologyMountains e. V"


@pytest.mark.parametrize(
    ("number", "printed", "guessed"),
    [(2, "Innvoadora", "Innovadora"), (76, "mAgora", "PharmAgora"), (92, " e. V", " e.V.")],
)
def test_a_conjecture_stands_beside_the_name_used(number: int, printed: str, guessed: str) -> None:
    assert conjecture(number) == name_used(number).replace(printed, guessed) != name_used(number)
