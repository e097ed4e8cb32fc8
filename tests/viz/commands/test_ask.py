"""The three questions, asked of the LASER-GO case as its user would."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.running import hanse

ENLARGED = ("--add", "biocat", "--add", "medicen", "--add", "optence")
# Named in D4.1 outside the annex: stated focus areas are all that is known of their field.
OUTSIDE_THE_ANNEX = ("optence", "biopro-baden-wuerttemberg", "zab-brandenburg")


@pytest.fixture(scope="module")
def candidates() -> dict[str, Any]:
    return hanse("candidates", "--for", "laser-go", "--json").document


@pytest.fixture(scope="module")
def reach() -> dict[str, Any]:
    return hanse("reach", "--for", "laser-go", *ENLARGED, "--json").document


def test_the_three_founders_are_the_alliance_and_never_candidates(
    candidates: dict[str, Any],
) -> None:
    founders = ["human-technology-styria", "litek", "opticsvalley"]

    assert candidates["alliance"] == founders
    assert not set(founders) & {c["id"] for c in candidates["candidates"]}


@pytest.mark.parametrize("cluster", OUTSIDE_THE_ANNEX)
def test_a_cluster_outside_the_annex_is_ranked_by_what_is_stated_and_never_off_the_chain(
    candidates: dict[str, Any], cluster: str
) -> None:
    ranked = {c["id"] for c in candidates["candidates"]}

    assert cluster in ranked or cluster in candidates["uncategorised"]
    assert cluster not in candidates["off_chain"]


def test_what_held_only_after_the_day_of_the_search_does_not_move_the_ranking(
    candidates: dict[str, Any],
) -> None:
    """LASER-GO GLOBAL held from 2017-07-07; the search was on 2017-04-13 (D4.1, section 2.2)."""
    medicen = next(c for c in candidates["candidates"] if c["id"] == "medicen")

    assert medicen["components"]["access"] == {"low": 0.0, "high": 0.0}
    assert "laser-go-global" not in str(candidates)


def test_every_point_has_a_reason_that_leads_to_a_page(candidates: dict[str, Any]) -> None:
    best = candidates["candidates"][0]
    explained = {reason["component"] for reason in best["reasons"] if reason["source"]}
    earned = {n for n, v in best["components"].items() if v["high"] and n != "chain_gain"}

    assert earned <= explained
    assert "evidence" in explained


def test_gap_and_thin_add_up_to_the_chain_gain(candidates: dict[str, Any]) -> None:
    for candidate in candidates["candidates"]:
        parts = candidate["components"]
        for end in ("low", "high"):
            assert parts["gap"][end] + parts["thin"][end] == pytest.approx(parts["chain_gain"][end])


def test_the_alliance_and_its_networks_change_the_answer() -> None:
    plain = hanse("candidates", "--json").document
    with_networks = hanse("candidates", "--networks", "--json").document
    medicen = [
        next(c for c in d["candidates"] if c["id"] == "medicen")["components"]["access"]["low"]
        for d in (plain, with_networks)
    ]

    assert medicen[0] == 0 < medicen[1]  # CEBR, EDCA and EIT Health are networks


def test_the_pool_can_be_named() -> None:
    document = hanse("candidates", "--candidates", "Biocat, medicen", "--json").document

    assert {c["id"] for c in document["candidates"]} == {"biocat", "medicen"}


def test_the_table_explains_the_first_candidates_in_sentences() -> None:
    ran = hanse("candidates", "--top", "5")

    assert "5 of " in ran.out
    assert "Opens access to three clusters not reached so far" in ran.out


# -- how good is each candidate -----------------------------------------------------------------


def test_ratings_come_from_stated_sizes_and_the_rest_stays_blank() -> None:
    """D4.1 section 3.1: 5 if more than 200 companies; 151 to 200 have no score."""
    document = hanse("evaluate", "--guide", "laser-go-2017", "--json").document
    cards = {c["id"]: c["ratings"]["companies"] for c in document["candidates"]}

    assert (cards["biocat"]["low"], cards["biocat"]["high"]) == (5, 5)
    assert (cards["optence"]["low"], cards["optence"]["high"]) == (3, 3)
    assert (cards["medicen"]["low"], cards["medicen"]["high"]) == (0, 5)
    assert "151 to 200" in cards["medicen"]["note"]
    assert document["maximum"] == pytest.approx(4.8)


def test_below_70_percent_coverage_nobody_is_ranked() -> None:
    document = hanse("evaluate", "--json").document

    assert {c["rank"] for c in document["candidates"]} == {None}
    assert "not enough scored" in hanse("evaluate").out


def test_the_pool_is_the_named_candidates_and_the_members() -> None:
    ids = {c["id"] for c in hanse("evaluate", "--json").document["candidates"]}

    assert {"litek", "opticsvalley", "human-technology-styria"} < ids
    assert {"biocat", "medicen", "optence", "zab-brandenburg"} < ids
    assert "tuscany-life-sciences" not in ids


# -- how far it reaches -------------------------------------------------------------------------


def test_the_six_reach_six_regions_in_five_member_states(reach: dict[str, Any]) -> None:
    direct = reach["hops"][0]

    assert len(direct["regions"]) == 6
    assert direct["eu_member_states"] == ["AT", "DE", "ES", "FR", "LT"]


def test_with_bioxclusters_plus_it_is_nine_regions_and_six_member_states(
    reach: dict[str, Any],
) -> None:
    """D4.1 section 3.2 says nine regions in five Member States; Piemonte lies in a sixth."""
    assert reach["hops"][1]["via"] == ["biocat", "bioxclusters-plus"]
    assert len(reach["total"]["regions"]) == 9
    assert reach["total"]["eu_member_states"] == ["AT", "DE", "ES", "FR", "IT", "LT"]


def test_every_count_says_its_rule_and_whom_it_does_not_know(reach: dict[str, Any]) -> None:
    for scope in (*reach["hops"], reach["total"]):
        for count in scope["counts"].values():
            assert count["rule"]
    assert reach["hops"][0]["counts"]["companies"]["low"] == 1600
    assert reach["hops"][0]["counts"]["companies"]["high"] is None
    assert "litek" in reach["hops"][0]["counts"]["companies"]["unknown"]


def test_agreements_stand_apart_from_hops_and_totals(reach: dict[str, Any]) -> None:
    """The newsletter: three agreements signed in 2016, one to be signed in 2017."""
    others = {a["other"]: a["status"] for a in reach["agreements"]}

    assert others["tohealth"] == "planned"
    assert others["biosa"] == "signed"
    assert not set(others) & set(reach["total"]["clusters"])


def test_an_alliance_made_up_on_the_spot_is_answered_as_well() -> None:
    document = hanse("reach", "--members", "Biocat, Optence", "--json").document

    assert document["alliance"] == ["biocat", "optence"]
    assert document["hops"][0]["counts"]["companies"]["low"] == 871


# -- readings of an ambiguous sentence, side by side --------------------------------------------

D41: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "expected.json").read_text(encoding="utf-8")
)["d41"]
AS_SUM = "members-as-companies+six-as-sum+without-2300"
AS_UNION = "members-as-companies+six-as-union+without-2300"


@pytest.mark.parametrize(
    ("key", "reading", "bounds"),
    [
        ("with_three_regions_excl", f"{AS_SUM}+1700-without-biocat", "by_region"),
        ("with_three_regions_incl_871", f"{AS_SUM}+1700-with-biocat", "by_region"),
        ("with_three_regions_incl_966", f"{AS_SUM}+1700-with-biocat-and-bodies", "by_region"),
        ("union_1700_excl", f"{AS_UNION}+1700-without-biocat", None),
        ("union_1700_incl_biocat", f"{AS_UNION}+1700-with-biocat", None),
    ],
)
def test_the_claims_of_d41_come_out_under_their_named_assumptions(
    key: str, reading: str, bounds: str | None
) -> None:
    document = hanse("reach", *ENLARGED, "--assume", reading, "--json").document
    count = document["readings"][0]["total"]["counts"]["companies"]
    found = count[bounds] if bounds else count

    assert [found["low"], found["high"]] == D41[key]


def test_the_six_alone_are_1300_to_1600_by_region_when_1600_is_a_sum() -> None:
    document = hanse("reach", *ENLARGED, "--assume", AS_SUM, "--json").document
    direct = document["readings"][0]["hops"][0]["counts"]["companies"]["by_region"]

    assert [direct["low"], direct["high"]] == D41["six_by_region"]


def test_without_assumptions_an_open_upper_end_stays_open() -> None:
    document = hanse("reach", *ENLARGED, "--assume", AS_SUM, "--json").document

    assert document["total"]["counts"]["companies"]["high"] is None


def test_readings_are_printed_side_by_side_with_what_they_take_for_granted() -> None:
    ran = hanse("reach", *ENLARGED, "--assume", AS_SUM, "--assume", AS_UNION)

    assert "Side by side" in ran.out
    assert "1,600 is the exact sum" in ran.out


def test_an_assumption_that_nobody_named_is_refused() -> None:
    ran = hanse("reach", "--assume", "members-as-companys")

    assert ran.status == 2
    assert "members-as-companies" in ran.err


def test_the_largest_gains_of_all_clusters_are_told() -> None:
    document = hanse("reach", "--marginal", "2", "--json").document
    gained = [m["id"] for m in document["marginal"] if m["change"] == "gained"]

    assert gained == ["optence", "biocat"]  # at most 85 companies more; Biocat's are not known


def test_a_gain_is_ordered_by_a_unit_or_a_set_and_by_nothing_else() -> None:
    ran = hanse("reach", "--marginal", "2", "--marginal-by", "money")

    assert ran.status == 2
    assert "--marginal-by" in ran.err
    assert "companies" in ran.err


def test_an_unknown_gain_is_said_to_be_unknown_in_the_table() -> None:
    out = " ".join(hanse("reach", "--marginal", "2").out.split())

    assert "companies unknown" in out
    assert "The column by region is an assumption" in out


def test_regions_are_counted_at_the_level_asked_for() -> None:
    """ "9 EU regions" mixes levels; at nuts2 Lithuania and the Ile-de-France are no region."""
    document = hanse("reach", "--level", "nuts2", "--json").document

    assert document["total"]["regions_at_level"] == {
        "level": "nuts2",
        "regions": ["styria"],
        "unknown": ["litek", "opticsvalley"],
    }
    assert "1 region at level nuts2: styria" in hanse("reach", "--level", "nuts2").out


def test_reach_without_a_chain_of_its_own_takes_one_for_the_best_candidates(tmp_path: Path) -> None:
    """What a further member would bring is asked of a user's own project, which has no chain."""
    project = str(tmp_path / "own.hanse")
    hanse("new", project)
    (tmp_path / "clusters.csv").write_text(
        "id,name,country,companies,technology_field\nnorth,North,SE,80,Optics\nsouth,South,ES,40,Optics\n",
        encoding="utf-8",
    )
    hanse("load", str(tmp_path / "clusters.csv"), "--project", project)
    chain = tmp_path / "chain-own.toml"
    chain.write_text(
        'id = "own"\nlabel = "Own"\nsource = "us"\n[[stages]]\nid = "light"\nlabel = "Light"\n'
        'categories = [{ scheme = "technology_field", label = "Optics", relevance = 1.0 }]\n'
        '[[stages]]\nid = "care"\nlabel = "Care"\n'
        'categories = [{ scheme = "technology_field", label = "Surgery", relevance = 1.0 }]\n',
        encoding="utf-8",
    )
    asked = ("reach", "--members", "north", "--marginal", "1", "--project", project)

    document = hanse(*asked, "--chain", str(chain), "--json").document
    assert [m["id"] for m in document["marginal"] if m["change"] == "gained"] == ["south"]
    assert document["index"]["values"]["companies"] == {"low": 80, "high": 80}
