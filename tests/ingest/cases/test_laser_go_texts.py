"""What the two documents say outside the annex, as it is shipped.

D4.1 is the Partner Screening and Evaluation Guide of LASER-GO (2017-07-07), the newsletter is
that of bioXclusters plus (January 2017). Sections and pages are those of the documents.
"""

import csv
import re
from importlib.resources import files
from typing import Final

import pytest

FOUNDERS: Final = {"litek", "opticsvalley", "human-technology-styria"}
JOINED: Final = {"medicen", "biocat", "optence"}
SIX: Final = FOUNDERS | JOINED
BIOXCLUSTERS: Final = {"lyonbiopole", "biocat", "biom", "biopmed"}


def table(name: str, case: str = "laser_go") -> list[dict[str, str]]:
    text = (files("hanse.ingest") / "cases" / case / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))


def parts(cell: str) -> list[str]:
    return cell.split(" | ") if cell else []


TABLES: Final = {
    file.name.removesuffix(".csv"): table(file.name.removesuffix(".csv"), case)
    for case in ("annex", "laser_go")
    for file in (files("hanse.ingest") / "cases" / case).iterdir()
    if file.name.endswith(".csv")
}


def rows(name: str, **wanted: str) -> list[dict[str, str]]:
    return [row for row in TABLES[name] if all(row[key] == value for key, value in wanted.items())]


def only(name: str, **wanted: str) -> dict[str, str]:
    [row] = rows(name, **wanted)
    return row


def said(subject: str, unit: str) -> list[str]:
    return [row["value"] for row in rows("counts", subject=subject, unit=unit)]


def facts(subject: str, attribute: str, status: str = "") -> list[str]:
    found = rows("facts", subject=subject, attribute=attribute, status=status)
    return [row["value"] for row in found]


def members(partnership: str, source: str) -> set[str]:
    return {row["cluster"] for row in rows("memberships", partnership=partnership, source=source)}


def group(name: str) -> list[str]:
    return parts(only("groups", id=name)["members"])


def regions_of(clusters: set[str]) -> set[str]:
    """Give the regions, those left out that lie within another one of them."""
    stated = {row["region"] for row in TABLES["locations"] if row["cluster"] in clusters}
    return {name for name in stated if only("regions", id=name)["within"] not in stated}


def test_before_the_outcome_laser_go_has_three_members_since_2016() -> None:
    assert members("laser-go", "d41") == FOUNDERS
    assert {row["since"] for row in rows("memberships", partnership="laser-go")} == {"2016"}
    assert only("partnerships", id="laser-go")["until"] == ""


def test_six_clusters_form_laser_go_global_from_the_day_of_the_final_version() -> None:
    assert members("laser-go-global", "d41") == SIX == set(group("the-six"))
    joined = rows("memberships", partnership="laser-go-global")
    assert {row["since"] for row in joined} == {"2017-07-07"}


def test_both_documents_name_the_four_of_bioxclusters_plus() -> None:
    assert members("bioxclusters-plus", "d41") == BIOXCLUSTERS
    assert members("bioxclusters-plus", "newsletter") == BIOXCLUSTERS


def test_the_first_bioxclusters_ran_from_2012_to_2013_and_biocat_belongs_since_2012() -> None:
    first = only("partnerships", id="bioxclusters")
    assert (first["since"], first["until"]) == ("2012", "2013")
    stated = only("memberships", cluster="biocat", partnership="bioxclusters", source="d41")
    assert (stated["since"], stated["until"]) == ("2012", "")


def test_no_membership_begins_with_the_start_printed_on_the_cover() -> None:
    assert facts("laser-go-project", "since") == ["2015-01-01"]
    assert facts("laser-go-project", "duration_months") == ["18"]
    assert not any(row["since"].startswith("2015") for row in TABLES["memberships"])


def test_medicen_is_an_associate_partner_of_eit_health_as_of_january_2017() -> None:
    found = only("memberships", cluster="medicen", partnership="eit-health")
    assert (found["role"], found["since"]) == ("associate partner", "2017-01")
    assert only("partnerships", id="eit-health")["kind"] == "network"


def test_direct_reach_is_six_regions_and_five_countries() -> None:
    regions = regions_of(SIX)
    countries = {only("regions", id=name)["country"] for name in regions}
    assert len(regions) == 6
    assert countries == {"LT", "FR", "AT", "ES", "DE"}


def test_with_bioxclusters_plus_reach_is_nine_regions_and_six_countries() -> None:
    regions = regions_of(SIX | BIOXCLUSTERS)
    countries = {only("regions", id=name)["country"] for name in regions}
    assert len(regions) == 9
    assert countries == {"LT", "FR", "AT", "ES", "DE", "IT"}


def test_rhone_alpes_lies_within_auvergne_rhone_alpes_and_both_are_kept() -> None:
    assert only("regions", id="rhone-alpes")["within"] == "auvergne-rhone-alpes"
    found = {row["region"] for row in rows("locations", cluster="lyonbiopole")}
    assert found == {"rhone-alpes", "auvergne-rhone-alpes"}


def test_a_point_stands_to_a_tenth_of_a_degree() -> None:
    for row in TABLES["regions"]:
        assert re.fullmatch(r"-?\d+\.\d", row["longitude"]), row
        assert re.fullmatch(r"-?\d+\.\d", row["latitude"]), row


def test_both_sizes_of_medicen_stay() -> None:
    assert said("medicen", "members") == ["about 250", "more than 300"]
    assert said("medicen", "smes") == ["200", "200+"]


def test_biocat_brings_871_companies_and_95_bodies_of_which_73_are_itemised() -> None:
    assert said("biocat", "companies") == ["871"]
    assert said("biocat", "research_bodies") == ["95"]
    units = ("research_centres", "university_hospitals", "science_parks")
    assert sum(int(value) for unit in units for value in said("biocat", unit)) == 73


def test_the_figures_of_the_enlarged_network_belong_to_groups() -> None:
    assert said("the-six", "companies") == ["more than 1600"]
    assert said("the-six", "research_bodies") == ["about 120"]
    assert said("three-other-bioregions", "companies") == ["1700"]
    assert said("all-laser-go-global-reach", "companies") == ["about 2300"]
    assert said("all-laser-go-global-reach", "regions") == ["9"]
    assert said("all-laser-go-global-reach", "eu_member_states") == ["5"]
    assert said("laser-go-global", "companies") == []


def test_the_newsletter_counts_smes_large_companies_researchers_and_jobs() -> None:
    units = ("smes", "large_companies", "researchers", "jobs")
    found = [said("bioxclusters-plus-four", unit) for unit in units]
    assert found == [["3300"], ["200"], ["23000"], ["more than 358000"]]


def test_the_documents_count_25_and_26_labelled_partnerships() -> None:
    found = {row["source"]: row["value"] for row in rows("counts", subject="escp-4i",
                                                         unit="partnerships")}  # fmt: skip
    assert found == {"d41": "25", "newsletter": "26"}
    assert said("escp-4i", "co_funded_partnerships") + said("escp-4i", "voluntary_partnerships") \
        == ["15", "10"]  # fmt: skip


def test_lists_are_as_long_as_the_document_says() -> None:
    [nine] = facts("trade-mission-japan-2016", "participant_countries")
    assert [str(len(parts(nine)))] == said("trade-mission-japan-2016", "countries")
    assert [str(len(parts(only("services", id="elsi")["markets"])))] == said("elsi", "markets")
    assert [str(len(group("eccp-medical-devices")))] * 2 == said("eccp-medical-devices", "clusters")


def test_the_group_of_the_search_is_the_annex() -> None:
    assert sorted(group("eccp-medical-devices")) == sorted(row["id"] for row in TABLES["clusters"])


def test_laser_go_targets_two_groups_and_canada_lies_in_one() -> None:
    targets = {row["market"] for row in rows("interests", subject="laser-go")}
    assert targets == {"north-america", "southeast-asia"}
    assert only("markets", id="canada")["within"] == "north-america"
    assert only("markets", id="japan")["within"] != "southeast-asia"


def test_section_2_2_leaves_open_which_market_each_candidate_means() -> None:
    for cluster in ("medicen", "medicalmountains", "beauty-cluster-barcelona"):
        found = rows("interests", subject=cluster)
        assert {row["market"] for row in found} == {"north-america", "southeast-asia"}
        assert len({row["certainty"] for row in found}) == 1
        assert found[0]["certainty"]


def test_the_markets_of_a_service_are_no_target_markets() -> None:
    eight = set(parts(only("services", id="elsi")["markets"]))
    targeted = {row["market"] for row in TABLES["interests"]}
    assert {"india", "south-korea", "middle-east"} <= eight - targeted


def test_liteka_is_never_a_name_of_litek() -> None:
    assert only("organisations", id="liteka")["kind"] == "managing_body"
    assert rows("aliases", subject="litek") == []
    assert facts("litek", "different_from") == ["liteka"]
    assert only("manages", cluster="litek")["body"] == "liteka"


@pytest.mark.parametrize(
    ("alias", "subject"),
    [
        ("Medicine (Paris)", "medicen"),
        ("TO Health!", "tohealth"),
        ("CBF", "chuncheon-bioindustry-foundation"),
        ("HTS", "human-technology-styria"),
        ("OV", "opticsvalley"),
        ("Biocat", "biocat"),
        ("ILB", "investitionsbank-brandenburg"),
        ("European Cluster Partnership on Personalized Healthcare", "bioxclusters-plus"),
    ],
)
def test_spellings_lead_to_one_organisation(alias: str, subject: str) -> None:
    assert only("aliases", alias=alias)["subject"] == subject


def test_four_agreements_of_2016_were_signed_and_one_was_planned() -> None:
    found = {row["other"]: (row["country"], row["status"], row["date"])
             for row in TABLES["agreements"]}  # fmt: skip
    assert found == {
        "biosa": ("AU", "signed", "2016-06"),
        "health-industries-south-australia": ("AU", "signed", "2016-06"),
        "chuncheon-bioindustry-foundation": ("KR", "signed", "2016-11"),
        "osaka-bio-headquarters": ("JP", "signed", "2016-11"),
        "tohealth": ("CA", "planned", "2017"),
    }


@pytest.mark.parametrize(
    ("event", "printed", "conjecture"),
    [("bio-europe-spring-2017", "2016-04-03", "2017-04-03"),
     ("clinical-trials-webinar-2017", "2016-01-24", "2017-01-24")],
)  # fmt: skip
def test_a_slipped_year_stays_as_printed_beside_the_conjecture(
    event: str, printed: str, conjecture: str
) -> None:
    assert only("events", id=event)["date"] == printed
    assert facts(event, "date", "conjecture") == [conjecture]
    assert facts(event, "announced_as") == ["upcoming"]


def test_a_member_has_six_obligations() -> None:
    assert len(facts("laser-go", "obligation")) == 6


def test_the_search_had_three_steps_and_the_outcome_stands_apart() -> None:
    steps = rows("search", kind="step")
    assert [row["step"] for row in steps] == ["1", "2", "3"]
    assert {row["chosen"] for row in TABLES["search"] if row["kind"] != "outcome"} == {""}
    outcome = only("search", kind="outcome")
    assert set(parts(outcome["chosen"])) == JOINED
    assert outcome["as_of"] == "2017-07-07"


def test_no_step_found_optence() -> None:
    found = [name for row in rows("search", kind="step")
             for column in ("found", "shortlisted") for name in parts(row[column])]  # fmt: skip
    assert "optence" not in found
    assert "optence" in group("named-candidates")
    assert "optence" not in group("eccp-medical-devices")


def test_one_partner_was_sought_in_photonics_and_two_in_medical_devices() -> None:
    quotas = {row["fields"]: row["value"] for row in rows("criteria", kind="quota", unit="clusters")
              if row["fields"]}  # fmt: skip
    assert quotas == {"photonics": "1", "medical devices": "2"}
    assert only("criteria", unit="active_members")["value"] == "at least 30"


def test_medicen_works_in_the_five_areas_that_are_counted() -> None:
    five = [row for row in rows("focus", cluster="medicen") if "2.2" in row["locator"]]
    assert [str(len(five))] == said("medicen", "technology_areas")


def test_agencies_named_as_candidates_are_said_to_be_agencies() -> None:
    for agency in ("biopro-baden-wuerttemberg", "zab-brandenburg"):
        assert only("organisations", id=agency)["kind"] == "cluster"
        assert facts(agency, "organisation_type") == ["agency"]
        assert rows("focus", cluster=agency)
