"""Every code of the guide's lint, on LASER-GO D4.1's guide and on guides with one mistake each."""

from dataclasses import replace

import pytest
from tests.builders import claim, cluster, project, thing
from tests.people import GUIDE

from hanse.graph.model import Band, Criterion, Guide, Scale
from hanse.graph.quantities import Quantity
from hanse.graph.rules import CountRule, Rules
from hanse.queries.guide_lint import lint_guide
from hanse.queries.lint import Finding

LADDER = Scale(kind="likert", maximum=4, labels={n: f"step {n}" for n in range(5)})
BANDS = Scale(
    kind="bands",
    maximum=1,
    unit="companies",
    bands=(Band(rating=0, high=10), Band(rating=1, low=11)),
)


def criterion(name: str = "interest", **changes: object) -> Criterion:
    """Make a criterion with nothing to object to."""
    made = Criterion(
        id=name, question=f"How strong is the {name}?", group="g", weight=0.5, scale=LADDER,
        evidence="companies", goals=("grow",),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by their names


def guide(*criteria: Criterion, **changes: object) -> Guide:
    """Make a guide with nothing to object to."""
    made = Guide(
        id="own", label="Own", criteria=criteria or (criterion(), criterion("culture")),
        groups={"g": "Group"}, source="us", goals=("grow",),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def codes(checked: Guide) -> list[str]:
    return [finding.code for finding in lint_guide(checked)]


def of_d41(code: str) -> list[Finding]:
    return [finding for finding in lint_guide(GUIDE) if finding.code == code]


def test_a_guide_in_order_has_no_findings() -> None:
    assert codes(guide()) == []


# -- what D4.1 leaves open ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "figures"),
    [
        ("band-gap", "151 to 200 companies have no rating"),
        ("band-overlap", "10, 25 and 50 percent stand in two bands each"),
        ("mixed-maxima", "the highest weighted score is 4.80, not 5"),
        ("mixed-maxima", "it is worth 1.04 %, though its weight is 5 %"),
        ("judgement-share", "75 % of the weight is judgement alone"),
        ("no-veto", "rated so by fair-contract, a candidate can still reach 3.80 of 4.80 (79 %)"),
        ("lopsided-ladder", "“Neutral/Average” is 3 on a scale whose middle is 2.5"),
        ("unlabelled-rating", "what earns 0 is not said, by eccp"),
    ],
)
def test_the_guide_of_d41_is_told_its_figures(code: str, figures: str) -> None:
    (finding,) = of_d41(code)

    assert figures in finding.message
    assert finding.severity == "warning"
    assert finding.remedy


def test_goals_of_d41_that_no_criterion_serves_are_named_one_by_one() -> None:
    """Complementarity, new regions, target markets, COSME: stated in sections 1 and 2."""
    told = " ".join(finding.message for finding in of_d41("goal-unserved"))

    for goal in ("complementary fields", "regions of the EU", "target markets", "COSME"):
        assert goal in told


def test_criteria_of_d41_that_serve_no_stated_goal() -> None:
    assert [f.message for f in of_d41("criterion-without-goal")] == [
        "eccp (5 %) serves no stated goal",
        "cluster-cooperation (10 %) serves no stated goal",
    ]


def test_a_scale_that_seven_criteria_share_is_told_of_once() -> None:
    assert len(of_d41("no-veto")) == len(of_d41("lopsided-ladder")) == 1


# -- one mistake each --------------------------------------------------------------------------


def test_weights_that_do_not_add_up_are_an_error_with_their_sum() -> None:
    (finding,) = lint_guide(guide(criterion(), criterion("culture", weight=0.6)))

    assert (finding.code, finding.severity) == ("weights-sum", "error")
    assert finding.message == "the weights add up to 110 percent, not to 100"


def test_a_criterion_without_weight() -> None:
    made = guide(criterion(weight=1.0), criterion("culture", weight=0.0))

    assert codes(made) == ["zero-weight"]


def test_two_criteria_that_ask_the_same() -> None:
    made = guide(criterion(question="Why?"), criterion("culture", question="why?  "))

    assert codes(made) == ["repeated-question"]


def test_a_group_without_criteria() -> None:
    assert codes(guide(groups={"g": "G", "empty": "E"})) == ["unused-group"]


def test_a_guide_of_no_source() -> None:
    assert codes(guide(source="")) == ["no-source"]


def test_a_guide_that_states_no_goals_is_not_asked_for_them() -> None:
    assert codes(guide(criterion(weight=1.0, goals=()), goals=())) == []


def test_a_place_leads_to_the_criterion_and_its_scale() -> None:
    (gap,) = of_d41("band-gap")
    (overlap,) = of_d41("band-overlap")

    assert gap.path == ("criteria", 0, "scale", "bands", 5)
    assert overlap.path == ("criteria", 1, "scale", "bands", 2)


# -- in a project ------------------------------------------------------------------------------


def test_what_the_project_states_of_no_cluster_is_told() -> None:
    graph = project(cluster("Biocat", numbers={"smes": 3}))
    found = lint_guide(guide(criterion(scale=BANDS, weight=1.0)), graph=graph)

    assert [finding.code for finding in found] == ["no-facts"]
    assert "100 % of the weight" in found[0].message


def test_after_at_least_30_members_ratings_below_are_out_of_reach() -> None:
    """D4.1, section 2, asks for 30 members; section 3.1 rates fewer than 5 companies."""
    least = Quantity(value=30, unit="active_members", qualifier="at_least")
    rule = thing("search_rule", "At least 30 members.", id="rule", rule_kind="criterion")
    graph = project(
        [
            *cluster("Biocat", numbers={"companies": 871}),
            *rule,
            claim("rule", "active_members", least),
        ]
    )
    (found,) = [f for f in lint_guide(GUIDE, graph=graph) if f.code == "unreachable-rating"]

    assert "“At least 30 members” ratings 0 and 1 and the 21 to 29 of rating 2" in found.message
    assert "if the members active in the field that it counts are companies" in found.message


def asking(least: float) -> Rules:
    rule = CountRule(id="size", text=f"{least} companies.", unit="companies", at_least=least)
    return Rules(id="rules", label="Rules", rules=(rule,))


def test_ratings_out_of_reach_are_told_after_the_rules_that_are_named_and_no_others() -> None:
    least = Quantity(value=30, unit="companies", qualifier="at_least")
    rule = thing("search_rule", "At least 30.", id="rule", rule_kind="criterion")
    graph = project(
        [*cluster("Biocat", numbers={"companies": 871}), *rule, claim("rule", "companies", least)]
    )
    told = lint_guide(GUIDE, graph=graph, rules=asking(60))
    both = lint_guide(GUIDE, graph=graph, rules=asking(60), is_own=True)
    same = lint_guide(GUIDE, graph=graph, rules=asking(30), is_own=True)

    (found,) = [finding for finding in told if finding.code == "unreachable-rating"]

    assert "“60 companies” ratings 0, 1 and 2" in found.message
    assert sum(f.code == "unreachable-rating" for f in both) == 2
    assert sum(f.code == "unreachable-rating" for f in same) == 1
