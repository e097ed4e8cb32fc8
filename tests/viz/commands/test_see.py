"""What the project holds, as listed and shown."""

import pytest
from tests.running import hanse


def test_the_98_clusters_of_the_annex_are_listed_with_their_four_schemes_apart() -> None:
    clusters = hanse("clusters", "--json").document["clusters"]
    annex = [c for c in clusters if c["annex_no"] is not None]

    assert sorted(c["annex_no"] for c in annex) == list(range(1, 99))
    counts = {s: sum(len(c["categories"][s]) for c in annex) for s in annex[0]["categories"]}
    assert {s: counts[s] for s in counts if s != "stated_focus"} == {
        "sectoral_industry": 208,
        "emerging_industry": 246,
        "technology_field": 264,
        "s3_priority": 266,
    }


@pytest.mark.parametrize("number", [6, 9, 41, 61])
def test_four_rows_of_the_annex_have_no_technology_field(number: int) -> None:
    clusters = hanse("clusters", "--json").document["clusters"]
    row = next(c for c in clusters if c["annex_no"] == number)

    assert row["categories"]["technology_field"] == []


def test_scores_are_listed_only_when_they_are_asked_for() -> None:
    plain = hanse("clusters", "--json").document["clusters"]
    scored = hanse(
        "clusters", "--for", "laser-go", "--chain", "photonics-for-health",
        "--guide", "laser-go-2017", "--json",
    ).document["clusters"]  # fmt: skip
    biocat = next(c for c in scored if c["id"] == "biocat")

    assert {str(c["scores"]) for c in plain} == {"{}"}
    assert set(biocat["scores"]) >= {"complementarity", "fit", "weighted_score", "coverage"}


def test_the_outcome_is_no_partnership_on_the_day_of_the_search() -> None:
    on_the_day = {p["id"] for p in hanse("partnerships", "--json").document["partnerships"]}
    later = hanse("partnerships", "--as-of", "2017-07-08", "--json").document["partnerships"]

    assert "laser-go-global" not in on_the_day
    assert len(next(p for p in later if p["id"] == "laser-go-global")["members"]) == 6


def test_both_labelled_partnerships_name_the_label_as_their_programme() -> None:
    """D4.1, section 2.1: the label is ESCP-4i; COSME, says the newsletter, gives the funds."""
    listed = hanse("partnerships", "--json").document["partnerships"]
    named = {p["id"]: p["programme"] for p in listed if p["kind"] == "partnership"}
    relations = hanse("show", "bioxclusters-plus", "--json").document["relations"]

    assert named == {"laser-go": "ESCP-4i", "bioxclusters-plus": "ESCP-4i"}
    assert {"labelled by": "escp-4i", "supported by": "cosme"}.items() <= {
        r["relation"]: r["other"] for r in relations
    }.items()


def test_show_puts_rival_statements_side_by_side_with_their_places() -> None:
    """D4.1 says about 250 members in section 2.2 and over 300 in section 3.2."""
    facts = hanse("show", "Medicen", "--json").document["facts"]
    members = [f for f in facts if f["attribute"] == "members"]

    assert [(f["value"], f["qualifier"], f["preferred"]) for f in members] == [
        (250, "about", False),
        (300, "at_least", False),
    ]
    assert {f["source"]["document"] for f in members} == {"d41"}
    assert all("section" in f["source"]["locator"] for f in members)


def test_show_tells_a_cluster_from_the_body_that_runs_it() -> None:
    relations = hanse("show", "litek", "--json").document["relations"]

    assert {"managed by": "liteka"}.items() <= {
        r["relation"]: r["other"] for r in relations
    }.items()
    assert hanse("show", "LITEKA", "--json").document["kind"] == "managing_body"


def test_a_repair_shows_what_was_printed_and_why_it_was_read_otherwise() -> None:
    """Row 68 ends with a tail copied from row 67."""
    relations = hanse("show", "mi-cluster", "--json").document["relations"]
    repaired = [r for r in relations if r["status"] == "repaired"]

    assert repaired
    assert all(r["as_written"] and r["note"] for r in repaired)


def test_the_lost_letters_of_row_76_are_a_conjecture_and_no_fact() -> None:
    facts = hanse("show", "magora-quality-of-life-cluster", "--json").document["facts"]
    guesses = [f for f in facts if f["status"] == "conjecture"]

    assert [f["value"] for f in guesses] == ["PharmAgora Quality of Life Cluster"]
    assert hanse("show", "PharmAgora Quality of Life Cluster").status == 2


def test_show_prints_a_chain_with_the_number_of_clusters_a_stage() -> None:
    document = hanse("show", "photonics-for-health", "--json").document

    assert document["kind"] == "chain"
    assert len(document["stages"]) >= 5
    assert all(stage["categories"] for stage in document["stages"])
    assert all(stage["clusters"] > 0 for stage in document["stages"])
    assert "fed by" in hanse("show", "photonics-for-health").out


def test_show_prints_a_guide_with_the_place_of_every_weight() -> None:
    """Table 1 of D4.1: ten criteria, an open and fair contract weighs most, 20 %."""
    document = hanse("show", "LASER-GO Partner Evaluation Guide (2017)", "--json").document
    criteria = document["criteria"]

    assert (document["kind"], document["id"], document["maximum"]) == (
        "guide", "laser-go-2017", pytest.approx(4.8),
    )  # fmt: skip
    assert [round(100 * c["weight"]) for c in criteria] == [5, 15, 15, 5, 10, 5, 5, 5, 15, 20]
    assert {c["source"]["document"] for c in criteria} == {"d41"}
    assert all("Table 1" in c["source"]["locator"] for c in criteria)
    assert "20 %" in hanse("show", "laser-go-2017").out


def test_show_prints_the_rules_of_a_search_with_the_place_of_each() -> None:
    """D4.1, section 2: at least 30 members active in the field."""
    document = hanse("show", "laser-go-2017-rules", "--json").document
    count = next(rule for rule in document["rules"] if rule["kind"] == "count")

    assert (document["kind"], document["facts"], document["relations"]) == ("rules", [], [])
    assert count["source"] == {"document": "d41", "locator": "section 2, page 8", "as_of": None}
    assert "At least 30" in hanse("show", "LASER-GO partner screening (2017)").out


def test_show_prints_an_assumption_and_a_source() -> None:
    assumption = hanse("show", "six-as-sum", "--json").document
    source = hanse("show", "d41", "--json").document

    assert (assumption["kind"], assumption["id"]) == ("assumption", "six-as-sum")
    assert (source["kind"], source["date"]) == ("source", "2017-07-07")
    assert "annex, row 98" in hanse("show", "d41").out


def test_what_was_told_at_the_meeting_in_cologne_is_found_where_it_stands() -> None:
    """Newsletter, EU-Japan Cluster Matchmaking Event: regenerative medicine in particular."""
    facts = hanse("show", "EU-Japan Cluster Matchmaking Event", "--json").document["facts"]
    activities = [f for f in facts if f["attribute"] == "activity"]
    (told,) = [f for f in activities if "regenerative medicine" in f["value"]]

    assert told["source"]["locator"] == "Matchmaking events and trade missions, Cologne"


def test_sources_count_on_a_day_what_holds_on_it() -> None:
    """Of the 15 co-funded partnerships none had begun in 2010; the outcome came in July 2017."""
    every, search, early = (
        sum(s["claims"] for s in hanse("sources", *day, "--json").document["sources"])
        for day in ((), ("--as-of", "2017-04-13"), ("--as-of", "2010"))
    )

    assert every > search > early > 0


def test_sources_say_how_many_claims_each_document_makes() -> None:
    sources = {s["id"]: s["claims"] for s in hanse("sources", "--json").document["sources"]}

    assert sources["d41"] > sources["newsletter"] > 100


@pytest.mark.parametrize(
    ("subject", "figures"),
    [
        ("all-laser-go-global-reach", {5}),  # Member States: five stated, six computed
        ("medicen", {250, 300}),
        ("escp-4i", {25, 26}),
        ("three-other-bioregions", {3300, 1700}),
    ],
)
def test_conflicts_are_found_with_both_their_statements(subject: str, figures: set[int]) -> None:
    conflicts = hanse("conflicts", "--json").document["conflicts"]
    stated = [{s["value"] for s in c["statements"]} for c in conflicts if c["subject"] == subject]

    assert any(figures <= values for values in stated)


def test_five_member_states_stand_against_six_computed() -> None:
    conflicts = hanse("conflicts", "--json").document["conflicts"]
    states = [c for c in conflicts if c["attribute"] == "eu_member_states"]

    assert [c["computed"] for c in states] == [{"low": 6, "high": 6}]


def test_2300_companies_do_not_follow_from_their_parts() -> None:
    conflicts = hanse("conflicts", "--json").document["conflicts"]
    figures = [
        {s["value"] for s in c["statements"]}
        for c in conflicts
        if c["subject"] == "all-laser-go-global-reach" and c["attribute"] == "companies"
    ]

    assert {2300, 1600, 1700} in figures


def test_a_remark_is_no_conflict() -> None:
    document = hanse("conflicts", "--json").document

    assert {f["severity"] for f in document["conflicts"]} == {"conflict"}
    assert {f["severity"] for f in document["remarks"]} == {"remark"}


@pytest.mark.parametrize("command", ["clusters", "partnerships", "sources", "conflicts"])
def test_every_list_is_readable_as_a_table(command: str) -> None:
    ran = hanse(command)

    assert ran.status == 0
    assert len(ran.out.splitlines()) > 3
    assert "None" not in ran.out
