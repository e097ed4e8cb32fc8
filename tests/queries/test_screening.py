"""The funnel over the steps of a search, with a reason for every outcome."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, cluster, group, market, project, search_step

from hanse.graph.claims import Claim
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.rules import (
    CountRule,
    Field,
    FieldRule,
    ListingRule,
    MarketRule,
    NewRegionRule,
    Quota,
    Rules,
)
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.ingest.rules import read_rules
from hanse.queries.screening import ELSEWHERE, EVERYBODY, Screening, screen

LIGHT = Field(id="light", label="light", categories=frozenset({"s3_priority:photonics"}))
RULES = Rules(
    id="rules",
    label="Rules",
    rules=(
        FieldRule(id="field", text="", fields=(LIGHT,)),
        CountRule(id="large", text="", unit="active_members", at_least=30),
        NewRegionRule(id="new-region", text="", is_preference=True),
    ),
    quotas=(Quota(field=LIGHT),),
)
WORLD = [
    *cluster("Member", country="FR", categories={"s3_priority": ["Photonics"]}),
    *cluster("Good", country="FR", categories={"s3_priority": ["Photonics"]},
             numbers={"active_members": 30}),
    *cluster("Few", country="AT", categories={"s3_priority": ["Photonics"]},
             numbers={"active_members": 29}),
    *cluster("Open", country="DE", categories={"s3_priority": ["Photonics"]}),
    *cluster("Blank"),
    *group("listed", members=["good", "few", "member", "open"]),
]  # fmt: skip
STEPS = [
    *search_step("Labelled", order=1, found=["good"]),
    *search_step("Directory", order=2, found=["listed"], shortlisted=["open"]),
]


def screened(
    *claims: Claim, rules: Rules = RULES, candidates: list[str] | None = None
) -> Screening:
    graph = project([*WORLD, *claims])
    return screen(graph, rules, alliance=["member"], candidates=candidates)


def test_each_step_counts_its_candidates_by_outcome_without_the_members() -> None:
    labelled, directory = screened(*STEPS).steps

    assert (labelled.found, labelled.members, labelled.again) == (1, 0, 0)
    assert labelled.passed == ("good",)
    assert (directory.found, directory.members, directory.again) == (4, 1, 1)
    assert (directory.passed, directory.failed, directory.unknown) == (
        ("good",), ("few",), ("open",)
    )  # fmt: skip


def test_a_candidate_stands_with_the_step_that_found_it_first() -> None:
    good, *_ = screened(*STEPS).candidates

    assert (good.id, good.step, good.steps) == ("good", "labelled", ("labelled", "directory"))


def test_every_rule_has_a_reason_passes_included() -> None:
    for candidate in screened(*STEPS).candidates:
        assert [v.rule for v in candidate.verdicts] == ["field", "large", "new-region"]
        assert all(verdict.text for verdict in candidate.verdicts)


def test_an_exclusion_carries_the_figure_and_where_it_stands() -> None:
    few = next(c for c in screened(*STEPS).candidates if c.id == "few")
    (verdict,) = few.verdicts_of("fail")

    assert verdict.text.startswith("It has 29 members active in the field; at least 30")
    assert verdict.evidence


def test_a_preference_excludes_nobody() -> None:
    open_ = next(c for c in screened(*STEPS).candidates if c.id == "good")

    assert open_.verdicts[2].outcome == "unknown"
    assert open_.outcome == "pass"
    assert set(open_.excluding) == {"field", "large"}


def test_whom_no_step_found_has_a_step_of_its_own() -> None:
    answer = screened(*STEPS, candidates=["blank", "open"])

    assert [step.id for step in answer.steps] == ["labelled", "directory", ELSEWHERE]
    assert {c.id: c.step for c in answer.candidates} == {"open": "directory", "blank": ELSEWHERE}


def test_without_a_search_everybody_is_screened_in_one_step() -> None:
    (step,) = screened().steps

    assert step.id == EVERYBODY
    assert step.pool == ("blank", "few", "good", "open")
    assert screened(candidates=["few"]).steps[0].pool == ("few",)


def test_the_quota_counts_who_passes_and_who_may() -> None:
    (light,) = screened().quotas

    assert (light.need, light.available, light.unknown) == (1, ("good",), ("blank", "open"))


FACTS: dict[str, list[Claim]] = {
    "field": cluster("x", categories={"s3_priority": ["Photonics"]}),
    "other field": cluster("x", categories={"s3_priority": ["Space"]}),
    "members": [claim("x", "active_members", Quantity(value=31, unit="active_members"))],
    "smes": [claim("x", "active_smes", Quantity(value=30, unit="active_smes"))],
    "few": [claim("x", "members", Quantity(value=29, unit="members", qualifier="at_most"))],
    "canada": [claim("x", "targets", "canada", role="interested_in")],
    "vietnam": [claim("x", "targets", "vietnam", role="interested_in")],
    "listed": [claim("x", "eccp_listed", True)],
    "unlisted": [claim("x", "eccp_listed", False)],
}
CONTRARY = ({"field", "other field"}, {"few", "members"}, {"few", "smes"}, {"listed", "unlisted"})
MANY = Rules(
    id="many",
    label="Many",
    rules=(
        *RULES.rules[:2],
        MarketRule(id="markets", text="", markets=("canada", "vietnam")),
        ListingRule(id="eccp", text=""),
    ),
)


@given(st.permutations(sorted(FACTS)), st.integers(0, len(FACTS)))
def test_a_fact_that_contradicts_none_only_narrows_what_is_unknown(
    order: list[str], number: int
) -> None:
    told: list[str] = []
    for fact in order[:number]:
        if not any({fact, *told} >= pair for pair in CONTRARY):
            told.append(fact)
    steps = [outcomes(told[:n]) for n in range(len(told) + 1)]

    assert set(steps[0].values()) == {"unknown"}
    for earlier, later in pairwise(steps):
        assert all(later[rule] == was for rule, was in earlier.items() if was != "unknown")


def outcomes(facts: list[str]) -> dict[str, str]:
    said = [c for fact in facts for c in FACTS[fact]]
    graph = project([*cluster("x"), *market("Canada"), *market("Vietnam"), *said])
    (candidate,) = screen(graph, MANY).candidates
    return dict(candidate.excluding)


# -- the search of 2017 ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graph() -> PartnershipGraph:
    store = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    return PartnershipGraph.of(store, as_of="2017-04-13")


@pytest.fixture(scope="module")
def case(graph: PartnershipGraph) -> Screening:
    (text,) = (d.text for d in graph.definitions("rules"))
    rules = read_rules(text, where="rules.toml")
    return screen(graph, rules, alliance=graph.members("laser-go"))


def test_the_steps_of_2017_found_4_then_98_with_3_members_then_2(case: Screening) -> None:
    """D4.1, sections 2.1 to 2.3; the annex holds the three founders too."""
    numbers = {step.id: (step.found, step.members, len(step.pool)) for step in case.steps}

    assert numbers == {
        "search-2017-escp4i": (4, 0, 4),
        "search-2017-eccp": (98, 3, 95),
        "search-2017-other": (2, 0, 2),
        "search-2017-undescribed": (0, 0, 1),
    }


def test_no_annex_row_states_how_many_members_are_active(case: Screening) -> None:
    rows = [c for c in case.candidates if c.step == "search-2017-eccp"]
    decided = {c.id for c in rows if c.excluding["active-members"] != "unknown"}

    assert decided == {"beauty-cluster-barcelona", "medicalmountains", "medicen"}


def test_biocat_meets_the_number_and_one_of_two_markets(case: Screening) -> None:
    """D4.1, section 2.1, page 8: "it met two criteria": Canada, and more than 30 members."""
    biocat = next(c for c in case.candidates if c.id == "biocat")

    assert biocat.excluding == {"field": "pass", "active-members": "pass", "markets": "unknown"}


def test_read_as_either_market_four_of_those_shortlisted_pass(case: Screening) -> None:
    """D4.1, section 2.2, page 11: "either in North America or Southeast Asia, or both"."""
    (reading,) = case.readings

    assert set(reading.passed) == {
        "biocat", "medicen", "medicalmountains", "beauty-cluster-barcelona"
    }  # fmt: skip


def test_medicen_brings_no_new_region(case: Screening) -> None:
    medicen = next(c for c in case.candidates if c.id == "medicen")

    assert [v.rule for v in medicen.verdicts_of("fail")] == ["new-region"]
    assert medicen.outcome == "unknown"
