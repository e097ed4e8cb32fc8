"""Draw alliances, candidates and rules with known and unknown facts, without a graph."""

from dataclasses import replace
from typing import Final

import numpy as np
from hypothesis import strategies as st
from tests.builders import value_chain

from hanse.graph.quantities import Interval, exact
from hanse.graph.rules import Field, Quota
from hanse.queries.chains import Feeds, StageCover, Standing
from hanse.queries.composition_facts import Known, Offer, Situation
from hanse.queries.composition_rules import SetRules, at_least_active
from hanse.queries.distinct import Sets
from hanse.queries.outcomes import Decision, Outcome

CHAIN: Final = value_chain({"a": 1}, {"b": 1}, {"c": 1}, weights=(0.5, 0.3, 0.2))
TARGETS: Final = ("canada", "japan", "singapore")
EITHER: Final = (
    (frozenset({"canada"}), frozenset({"japan"})),
    (frozenset({"japan", "singapore"}), frozenset({"singapore"})),
)
WITHIN: Final = {
    "r1": frozenset({"wide", "country:X"}),
    "r2": frozenset({"wide", "country:X"}),
    "wide": frozenset({"country:X"}),
}
PLACES: Final = ("r1", "r2", "r3", "wide", "country:X")
MEMBERS: Final = ("m1", "m2")
FIELDS: Final = ("quota:health", "quota:photonics")
SHARES: Final = st.sampled_from((0.0, 0.3, 0.5, 1.0))
OUTCOMES: Final[st.SearchStrategy[Outcome]] = st.sampled_from(("pass", "pass", "fail", "unknown"))


@st.composite
def covers(draw: st.DrawFn) -> StageCover:
    low, high = sorted((draw(SHARES), draw(SHARES)))
    known = draw(st.booleans())
    return StageCover(low=high if known else low, high=high)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(SHARES), draw(SHARES)))
    return draw(st.sampled_from((exact(high), Interval(low, high))))


@st.composite
def knowns(draw: st.DrawFn, names: tuple[str, ...]) -> Known:
    sure = draw(st.frozensets(st.sampled_from(names), max_size=2))
    more = draw(st.frozensets(st.sampled_from(names), max_size=1))
    return Known(sure=sure, possible=sure | more)


@st.composite
def offers(draw: st.DrawFn, known: str) -> Offer:
    outcome: Outcome = draw(OUTCOMES)
    cost = draw(st.sampled_from((exact(1.0), exact(2.0), Interval(1.0, 3.0), Interval(0.0, None))))
    places = draw(knowns(PLACES))
    return Offer(
        id=known,
        name=known.upper(),
        covers=tuple(draw(st.tuples(covers(), covers(), covers()))),
        is_uncategorised=False,
        places=Known(sure=places.sure, possible=places.possible | {f"of:{known}"}),
        countries=draw(knowns(("X", "Y", "Z"))),
        markets=draw(knowns(TARGETS)),
        either=draw(st.frozensets(st.sampled_from(range(len(EITHER))))),
        fit=draw(intervals()),
        screened={"active": Decision(outcome=outcome, text="as drawn")},
        cost=cost,
        fields=draw(knowns(FIELDS)),
        inviters=draw(knowns(MEMBERS)),
        reached=draw(st.frozensets(st.sampled_from(("p", "q", "s")))) | {known},
    )


@st.composite
def situations(draw: st.DrawFn, least: int = 4, most: int = 7) -> Situation:
    number = draw(st.integers(least, most))
    made = tuple(draw(offers(f"c{n}")) for n in range(number))
    has = {member: tuple(draw(covers()) for _ in CHAIN.stages) for member in MEMBERS}
    # what an either/or may cover is possible too
    made = tuple(_with_sides(offer) for offer in made)
    return Situation(
        members=MEMBERS,
        standing=Standing(feeds=Feeds.of(CHAIN), covers=has),
        targets=TARGETS,
        countries=frozenset({"W"}),
        unplaced=draw(st.integers(0, 1)),
        within=WITHIN,
        either=EITHER,
        offers=made,
        has_fit=draw(st.booleans()),
    )


def _with_sides(offer: Offer) -> Offer:
    sides = frozenset[str]().union(*(side for n in offer.either for side in EITHER[n]))
    markets = Known(sure=offer.markets.sure, possible=offer.markets.possible | sides)
    return replace(offer, markets=markets)


@st.composite
def set_rules(draw: st.DrawFn, sizes: tuple[int, int] = (1, 3)) -> SetRules:
    size = draw(st.integers(*sizes))
    quotas = (
        Quota(field=Field(id="health"), seats=draw(st.integers(0, 2))),
        Quota(field=Field(id="photonics"), seats=draw(st.integers(0, 1))),
    )
    return SetRules(
        smallest=size,
        largest=size,
        screening=(at_least_active(30),) if draw(st.booleans()) else (),
        quotas=quotas if draw(st.booleans()) else (),
        new_regions=draw(st.integers(0, 1)),
        required=draw(st.sampled_from(((), ("c0",)))),
        excluded=draw(st.sampled_from(((), ("c1",)))),
        budget=draw(st.sampled_from((None, None, 4.0))),
        invite_one_each=draw(st.integers(0, 3)) == 0,
        least_countries=draw(st.sampled_from((0, 0, 3))),
    )


def ids_of(situation: Situation, chosen: Sets) -> tuple[str, ...]:
    """Return the ids of the clusters whose numbers are chosen."""
    return tuple(situation.offers[int(number)].id for number in np.atleast_1d(chosen))
