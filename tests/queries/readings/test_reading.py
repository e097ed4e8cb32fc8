"""Whatever is asked of a reading, each of them answers the same, on any project."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import intake
from tests.worlds import CLUSTERS, COUNTRIES, MARKETS, NAMES, PARTNERSHIPS, chains, days, worlds

from hanse.graph.claims import Claim
from hanse.graph.errors import UnknownName
from hanse.graph.model import ValueChain
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.readings.indexed import IndexedReading
from hanse.queries.readings.plain import PlainReading
from hanse.queries.readings.reading import CandidatesAsked, ReachAsked, Reading

ASKED = (*NAMES, *CLUSTERS, "elan", "Photonics Valley", "nobody's name", "")
randoms = st.randoms(use_true_random=True)


def readings(claims: list[Claim], day: str | None) -> tuple[Reading, Reading]:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    return PlainReading(store, as_of=day), IndexedReading(store, as_of=day)


def found(reading: Reading, name: str) -> str | None:
    try:
        return reading.find(name, "cluster")
    except UnknownName:
        return None  # whom else it offers may differ


@given(worlds, days, randoms)
def test_names_lead_to_the_same_things(
    claims: list[Claim], day: str | None, random: Random
) -> None:
    plain, indexed = readings(claims, day)

    assert list(indexed.clusters()) == list(plain.clusters())
    assert list(indexed.clusters()[1:3]) == list(plain.clusters()[1:3])
    for name in ASKED:
        assert indexed.search(name, most=3) == plain.search(name, most=3)
        assert found(indexed, name) == found(plain, name)
    chosen = {"country": random.sample(COUNTRIES, 2)} if random.random() < 0.7 else {}
    assert indexed.passing(chosen, most=3) == plain.passing(chosen, most=3)


@given(worlds, days, chains, randoms)
def test_questions_have_the_same_answers(
    claims: list[Claim], day: str | None, chain: ValueChain, random: Random
) -> None:
    plain, indexed = readings(claims, day)
    clusters, markets = plain.clusters(), plain.part(()).ids("market")
    if not clusters:
        return
    some = random.sample(clusters, random.randint(1, min(3, len(clusters))))
    asked: CandidatesAsked = {
        "alliance": some,
        "chain": chain,
        "targets": random.sample(markets, min(2, len(markets))),
        "pool": random.choice((None, clusters)),
        "without": random.sample(clusters, random.randint(0, 1)),
    }
    reach: ReachAsked = {"alliance": some, "candidates": clusters[:2]}

    assert indexed.candidates(asked) == plain.candidates(asked)
    assert indexed.candidates({**asked, "pool": indexed.clusters()}) == plain.candidates(
        {**asked, "pool": clusters}
    )
    assert indexed.reach(reach) == plain.reach(reach)
    assert list(indexed.matches(chain, {"top": 2})) == list(plain.matches(chain, {"top": 2}))
    centre = random.choice(some)
    around = indexed.neighbourhood(centre, hops=2, most=4)
    assert around == plain.neighbourhood(centre, hops=2, most=4)


@given(worlds, days)
def test_a_part_tells_of_things_what_the_whole_tells(claims: list[Claim], day: str | None) -> None:
    plain, indexed = readings(claims, day)
    whole = plain.part(())
    for known in (*PARTNERSHIPS, "g0"):
        if known in whole and whole.kind(known) != "thing":
            near = indexed.near(known)
            assert near.members(known) == whole.members(known)
            assert near.ties(known, "targets") == whole.ties(known, "targets")
    some = list(plain.clusters())[:2]
    part = indexed.part(some)
    for known in some:
        assert part.cluster(known) == whole.cluster(known)
    assert all(part.name(known) == whole.name(known) for known in MARKETS if known in whole)
