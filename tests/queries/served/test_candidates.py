"""A graph in a server gives the candidates that the same graph gives from a project file."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.queries.served.worlds_served import twin

from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.queries.indexed import candidates as indexed
from hanse.queries.served import candidates as module
from hanse.queries.served.asking import Ground
from hanse.queries.served.situation import Question

pytestmark = pytest.mark.service


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**9), st.sampled_from((1, 2, 3, 9)))
def test_the_best_candidates_their_ranks_and_reasons_are_those_of_the_index(
    shared: Neo4jStore, seed: int, top: int
) -> None:
    random = Random(seed)
    both = twin(shared, random)
    if both is None:
        return
    asked = {"alliance": both.alliance, "chain": both.chain, "targets": both.targets}
    without = random.sample(both.alliance, random.randint(0, 1))
    question = Question(**asked, without=without, include_networks=both.networks)  # type: ignore[arg-type]

    found = module.candidates(Ground(shared.parts()), question, top=top, listed=1000)

    assert found == indexed.candidates(
        both.index,
        both.here,
        **asked,  # type: ignore[arg-type]
        without=without,
        include_networks=both.networks,
        top=top,
        listed=1000,
    )


def test_the_best_without_reasons_are_the_same(shared: Neo4jStore) -> None:
    both = next(filter(None, (twin(shared, Random(seed)) for seed in range(9))))
    question = Question(alliance=both.alliance, chain=both.chain, targets=both.targets)
    ground = Ground(shared.parts())

    best = module.best_candidates(ground, question, top=5)

    told = module.candidates(ground, question, top=5).candidates
    assert [(b.id, b.score, b.rank, b.is_pareto) for b in best] == [
        (c.id, c.score, c.rank, c.is_pareto) for c in told
    ]


def test_nobody_is_asked_when_nobody_is_wanted(shared: Neo4jStore) -> None:
    both = next(filter(None, (twin(shared, Random(seed)) for seed in range(9))))
    question = Question(alliance=both.alliance, chain=both.chain)

    assert module.candidates(Ground(shared.parts()), question, top=0).candidates == ()
