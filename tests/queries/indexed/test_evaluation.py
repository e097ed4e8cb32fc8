"""The index evaluates as the plain reading does: facts, people, bands with gaps, ranks."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, intake
from tests.worlds import CLUSTERS, days, worlds

from hanse.graph.claims import Claim
from hanse.graph.index import Index
from hanse.graph.model import Band, Criterion, Guide, Scale
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries import rubric
from hanse.queries.assessments import PeopleRatings
from hanse.queries.indexed.evaluation import evaluate

LIKERT = Scale(kind="likert", maximum=5)
LISTED = Scale(kind="yes_no", maximum=1)


def bands(random: Random, unit: str) -> Scale:
    """Return bands that may leave gaps, overlap, and leave their ends out."""
    made = tuple(
        Band(
            rating=rating,
            low=random.choice((None, 5, 10, 10.5, 20)),
            high=random.choice((None, 9, 10, 20, 20.5, 30)),
            is_low_included=random.random() < 0.7,
            is_high_included=random.random() < 0.7,
        )
        for rating in range(3)
    )
    is_whole = random.random() < 0.7
    return Scale(kind="bands", maximum=2, bands=made, unit=unit, is_whole=is_whole)


def guide(random: Random) -> Guide:
    scales = [("people", LIKERT, None), ("listed", LISTED, "eccp_listed")]
    for unit in random.sample(("companies", "smes", "members"), 2):
        scales.append((unit, bands(random, unit), unit))
    criteria = tuple(
        Criterion(id=name, question=name, group="g", weight=weight, scale=scale, evidence=evidence)
        for (name, scale, evidence), weight in zip(scales, (0.1, 0.3, 0.4, 0.2), strict=True)
    )
    return Guide(id="guide", label="Guide", criteria=criteria, groups={"g": "Group"})


def ratings(random: Random) -> list[Claim]:
    """Return ratings that assessors gave to some of the clusters."""
    return [
        claim(cluster, "rating", random.randint(0, 5), context="guide:people", source=assessor)
        for cluster in random.sample(CLUSTERS, random.randint(0, 4))
        for assessor in random.sample(("x", "y"), random.randint(0, 2))
    ]


@given(worlds, days, st.randoms(use_true_random=True))
def test_the_same_scorecards_come_first_with_the_same_ranks(
    claims: list[Claim], day: str | None, random: Random
) -> None:
    said = [*claims, *ratings(random)]
    store = SqliteStore.in_memory([intake(said)], address="test")
    graph, index = PartnershipGraph.of(store, as_of=day), Index.of(store, as_of=day)
    clusters, asked = graph.ids("cluster"), guide(random)
    pool = random.choice((None, random.sample(clusters, random.randint(0, len(clusters)))))
    top = random.choice((None, 0, 1, 3))

    plain = rubric.evaluate(
        graph,
        asked,
        candidates=clusters if pool is None else pool,
        ratings=PeopleRatings(graph, asked),
    )
    found = evaluate(index, store, asked, candidates=pool, top=top)

    assert [told(card) for card in found.candidates] == [
        told(card) for card in plain.candidates[:top]
    ]
    assert found.maximum == plain.maximum


def told(card: rubric.Scorecard) -> tuple[object, ...]:
    """Return all of a scorecard; ratings are made when they are asked for."""
    sums = (card.weighted_score, card.fit, card.fit_scaled, card.groups, card.coverage)
    return (card.id, *sums, card.rank, dict(card.ratings))
