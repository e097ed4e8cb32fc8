"""A manager reads why: the stage, the categories, and what the statement rests on."""

from collections.abc import Sequence

from tests.builders import claim, cluster, project, value_chain

from hanse.graph.claims import Claim, Status
from hanse.graph.ids import category_id
from hanse.queries.chain_reasons import Explanation
from hanse.queries.chains import Feeds, Standing
from hanse.queries.gains import gains
from hanse.queries.reasons import Reason

CHAIN = value_chain({"Optics": 1.0}, {"Diagnostics": 0.8}, {"Care": 1.0})
FOCUS = value_chain({"ICT for health": 1.0}, scheme="stated_focus")
MEMBER = cluster("LITEK", categories={"technology_field": ["Optics", "Diagnostics"]})


def explained(
    candidate: Sequence[Claim], *, members: Sequence[Claim] = MEMBER, chain: object = CHAIN
) -> list[Reason]:
    graph = project([*members, *candidate])
    feeds = Feeds.of(CHAIN if chain is CHAIN else FOCUS)
    alliance = Standing.of(feeds, [c for c in graph.clusters() if c.id != "x"])
    covers = feeds.covers(graph.cluster("x"))
    explanation = Explanation(
        graph=graph,
        cluster="x",
        covers=covers,
        standing=alliance,
        states=alliance.states(),
        categories={c: graph.category(c) for c in feeds.by_category if c in graph},
    )
    return [*explanation.reasons(gains(alliance, covers)), explanation.evidence()]


def with_terms(*terms: str) -> list[Claim]:
    return cluster("x", categories={"technology_field": terms})


def texts(reasons: Sequence[Reason], component: str) -> list[str]:
    return [reason.text for reason in reasons if reason.component == component]


def label(text: str, *, status: Status = "stated", locator: str = "annex, row 9") -> Claim:
    known = category_id("technology_field", text)
    return claim("x", "classified_as", known, status=status, locator=locator)


def test_a_filled_gap_names_the_stage_and_the_category_with_its_scheme() -> None:
    reasons = explained(with_terms("Care"))

    gap = next(reason for reason in reasons if reason.component == "gap")
    assert gap.text == (
        "Fills the gap at “Stage 3”, which no member covers: “Care” (technology field)."
    )
    assert gap.stage == "s3"
    assert [category.id for category in gap.categories] == ["technology_field:care"]
    assert gap.evidence


def test_a_partly_covered_stage_is_completed_and_strengthened() -> None:
    reasons = explained(with_terms("Diagnostics"))

    assert texts(reasons, "gap") == [
        "Completes “Stage 2”, which the members cover only in part:"
        " “Diagnostics” (technology field)."
    ]
    assert texts(reasons, "thin") == [
        "Strengthens the thin stage “Stage 2” as a further provider:"
        " “Diagnostics” (technology field)."
    ]


def test_a_hand_over_names_both_stages() -> None:
    reasons = explained(with_terms("Care"))

    assert texts(reasons, "hand_over") == ["Lets work be handed on from “Stage 2” to “Stage 3”."]


def test_redundancy_says_where_and_how_much() -> None:
    second = cluster("Opticsvalley", categories={"technology_field": ["Optics"]})

    reasons = explained(with_terms("Optics"), members=[*MEMBER, *second])

    assert texts(reasons, "redundancy") == [
        "Doubles what is there: 100 % of what it covers lies at “Stage 1”,"
        " where there are two full providers already."
    ]


def test_a_member_of_unknown_categories_is_named_as_the_cause_of_a_range() -> None:
    reasons = explained(with_terms("Care"), members=[*MEMBER, *cluster("Optence")])

    assert texts(reasons, "chain_gain") == [
        "What Optence may cover is unknown, so what a candidate adds is a range."
    ]
    assert texts(reasons, "gap")[0].startswith("May fill a gap at “Stage 3”")


def test_the_chain_being_complete_is_said_with_what_would_be_added() -> None:
    full = ["Optics", "Diagnostics", "Care"]
    members = [
        said for n in range(3) for said in cluster(f"M{n}", categories={"technology_field": full})
    ]

    notes = texts(explained(with_terms("Care"), members=members), "chain_gain")

    assert notes == [
        "The chain is complete without it, so what it adds (0.0 % of the whole chain)"
        " does not count."
    ]


def test_how_many_statements_of_which_kind_a_score_rests_on_is_said_with_their_places() -> None:
    said = [c for c in with_terms("Optics", "Care") if c.predicate != "classified_as"]

    reasons = explained([*said, label("Optics"), label("Care")])

    assert texts(reasons, "evidence") == [
        "Its place in the chain rests on two category labels (annex, row 9)."
    ]
    assert [e.locator for e in reasons[-1].evidence] == ["annex, row 9"]


def test_a_repaired_label_is_said_to_be_repaired() -> None:
    said = [c for c in with_terms("Optics", "Care") if c.predicate != "classified_as"]

    reasons = explained([*said, label("Optics", status="repaired"), label("Care")])

    assert texts(reasons, "evidence")[0].endswith("(annex, row 9), one of them repaired.")


def test_a_focus_area_of_a_text_is_told_from_a_label_of_a_list() -> None:
    # D4.1, section 2.2, states Medicen's five areas in its text.
    reasons = explained(cluster("x", categories={"stated_focus": ["ICT for health"]}), chain=FOCUS)

    assert texts(reasons, "evidence") == [
        "Its place in the chain rests on one stated focus area (p. 1)."
    ]
