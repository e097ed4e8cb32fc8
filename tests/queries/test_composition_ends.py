"""Everything unknown at its worst, and at its best."""

from dataclasses import replace

import numpy as np
import pytest
from tests.queries.composition_example import RULES, toy_situation

from hanse.graph.errors import BadDefinition
from hanse.graph.quantities import Interval
from hanse.queries.composition_ends import MOST_KINDS, problem
from hanse.queries.composition_facts import Known, Situation
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE
from hanse.queries.outcomes import Decision

BMQ = np.array([[0, 2, 4]])  # by id: b, g, m, p, q, s


def both(situation: Situation, rules: SetRules = RULES) -> tuple[bool, bool]:
    """Say whether B, M, Q passes at the worst, and at the best."""
    ends = [problem(situation, rules, DEFAULT_OBJECTIVE, end=end) for end in ("low", "high")]
    low, high = (bool(end.passes(BMQ)[0]) for end in ends)
    return low, high


def with_q(**facts: object) -> Situation:
    situation = toy_situation()
    offers = [replace(o, **facts) if o.id == "q" else o for o in situation.offers]  # type: ignore[arg-type]
    return replace(situation, offers=tuple(offers))


def test_the_best_set_passes_at_both_ends_when_all_is_known() -> None:
    assert both(toy_situation()) == (True, True)


@pytest.mark.parametrize(
    "facts",
    [
        {"screened": {"active": Decision(outcome="unknown", text="Nothing is stated.")}},
        {"cost": Interval(10, None)},
        {"fields": Known(possible=frozenset({"quota:photonics"}))},
        {"inviters": Known(possible=frozenset({"l"}))},
    ],
    ids=["active members", "cost", "field", "inviters"],
)
def test_what_is_unknown_fails_at_the_worst_and_passes_at_the_best(
    facts: dict[str, object],
) -> None:
    assert both(with_q(**facts)) == (False, True)


def test_what_is_known_to_fail_fails_at_both() -> None:
    few = {"active": Decision(outcome="fail", text="22 are too few.")}

    assert both(with_q(screened=few)) == (False, False)
    assert both(toy_situation(), replace(RULES, budget=54)) == (False, False)


def test_members_of_unknown_country_may_stand_in_countries_of_their_own() -> None:
    rules = SetRules(least_countries=6)
    situation = replace(toy_situation(), unplaced=1)

    # five are known: LT, FR, AT, and ES and DE with B and Q
    assert both(toy_situation(), rules) == (False, False)
    assert both(situation, rules) == (False, True)


def test_seats_of_too_many_kinds_are_refused() -> None:
    members = tuple(f"m{n}" for n in range(MOST_KINDS + 1))
    situation = toy_situation()
    named = [
        replace(offer, inviters=Known.exactly([members[2 * n], members[2 * n + 1]]))
        for n, offer in enumerate(situation.offers)
    ]
    rules = SetRules(invite_one_each=True)

    # candidates of six pairs of members, and one member whom nobody names: seven kinds
    crowd = replace(situation, members=members, offers=tuple(named))
    assert problem(crowd, rules, DEFAULT_OBJECTIVE, end="low").conditions[0].need == 2
    each = replace(situation, members=members, offers=thirteen(situation, members))
    with pytest.raises(BadDefinition, match="13 kinds"):
        problem(each, rules, DEFAULT_OBJECTIVE, end="low")


def thirteen(situation: Situation, members: tuple[str, ...]) -> tuple:  # type: ignore[type-arg]
    first = situation.offers[0]
    return tuple(
        replace(first, id=f"x{n}", inviters=Known.exactly([member]))
        for n, member in enumerate(members)
    )


def test_a_chain_that_may_be_complete_promises_nothing_at_the_worst() -> None:
    situation = toy_situation()
    covers = {
        member: tuple(replace(cover, high=2.0) for cover in stages)
        for member, stages in situation.standing.covers.items()
    }
    standing = replace(situation.standing, covers=covers)
    open_chain = replace(situation, standing=standing)

    low = problem(open_chain, RULES, DEFAULT_OBJECTIVE, end="low")
    high = problem(open_chain, RULES, DEFAULT_OBJECTIVE, end="high")

    assert low.chain.share(BMQ) == 0
    assert high.chain.share(BMQ) == 1
