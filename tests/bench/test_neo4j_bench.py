"""What a project in Neo4j costs, beside the least that it could: loading, asking, bytes.

Wall time, for the server works while the driver waits; the ratios say more than the seconds.
Nothing is asserted but that the answers are equal. 10,000 clusters by default::

    just bench tests/bench/test_neo4j_bench.py
    HANSE_BENCH_CLUSTERS=100000 just bench tests/bench/test_neo4j_bench.py
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import neo4j
import pytest
from tests.builders import category, claim, cluster, intake, market, partnership, value_chain
from tests.neo4j.server import DATABASE, Server

from hanse.graph.claims import Claim
from hanse.graph.ids import category_id
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.neo4j.gathering import gathered
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.rows import to_row
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.complementarity import candidates
from hanse.queries.reach import reach
from hanse.queries.served import Question, served_candidates, served_reach

pytestmark = [pytest.mark.bench, pytest.mark.service]
CLUSTERS = int(os.environ.get("HANSE_BENCH_CLUSTERS", "10000"))
SCHEME = "technology_field"
COUNTRIES = ("AT", "BE", "CZ", "DE", "DK", "ES", "FI", "FR", "HU", "IT", "NL", "PL", "PT", "SE")
STAGES = [{f"Field {6 * s + n}": 1.0 for n in range(4)} for s in range(6)]
CHAIN = value_chain(*STAGES)
TARGETS = ("m0", "m1", "m2")
WORST_WHOLE = 20_000  # clusters above which the whole graph is not built for comparison


def world(clusters: int) -> Iterator[Claim]:
    """Yield seeded clusters: fields, markets, countries and partnerships of a few each."""
    random = Random(7)
    for n in range(400):
        yield from category(SCHEME, f"Field {n}")
    for n in range(60):
        yield from market(f"m{n}")
    partnerships = max(20, clusters // 8)
    for n in range(partnerships):
        yield from partnership(f"p{n}")
    for n in range(clusters):
        known = f"c{n}"
        yield from cluster(known, country=random.choice(COUNTRIES))
        for field in random.sample(range(400), random.randint(1, 6)):
            yield claim(known, "classified_as", category_id(SCHEME, f"Field {field}"))
        for target in random.sample(range(60), random.randint(0, 4)):
            yield claim(known, "targets", f"m{target}")
        for joined in random.sample(range(partnerships), random.randint(0, 3)):
            yield claim(known, "member_of", f"p{joined}")


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


@pytest.fixture(scope="module")
def loaded(neo4j_server: Server) -> Iterator[Neo4jStore]:
    store = Neo4jStore.open_or_create(f"{neo4j_server.uri}/bench", auth=neo4j_server.auth)
    started = time.perf_counter()
    changes = store.write(intake(world(CLUSTERS)))
    taken = time.perf_counter() - started
    say(f"\nloaded {changes.added:,} claims in {taken:.1f} s: {changes.added / taken:,.0f}/s")
    yield store
    store.close()


def median(work: Callable[[], object], *, times: int = 9) -> float:
    """Return milliseconds, after the first call has warmed the server up."""
    work()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1000


def test_loading_beside_the_bare_loop_of_the_driver(
    neo4j_server: Server, loaded: Neo4jStore
) -> None:
    del loaded  # its fixture says how long the project took
    count = 0
    with (
        gathered(world(CLUSTERS), origin="bare") as fresh,
        neo4j.GraphDatabase.driver(neo4j_server.uri, auth=neo4j_server.auth) as driver,
        driver.session(database=DATABASE) as session,
    ):
        started = time.perf_counter()
        for rows in fresh.batches():
            session.run("UNWIND $rows AS row RETURN count(row)", rows=rows).consume()
            count += len(rows)
        nothing = time.perf_counter() - started
        started = time.perf_counter()
        for rows in fresh.batches():
            session.run("UNWIND $rows AS row CREATE (b:Bare) SET b = row", rows=rows).consume()
        bare = time.perf_counter() - started
        gone = "MATCH (b:Bare) CALL (b) { DELETE b } IN TRANSACTIONS"
        session.run(gone).consume()
    say(f"\nbare loop: {count / bare:,.0f}/s; one that stores nothing: {count / nothing:,.0f}/s")


def test_the_best_twenty_candidates(loaded: Neo4jStore) -> None:
    parts = loaded.parts()
    question = Question(alliance=["c1", "c2", "c3"], chain=CHAIN, targets=TARGETS)
    started = time.perf_counter()
    best = served_candidates(parts, question)
    first = time.perf_counter() - started
    again = median(lambda: served_candidates(parts, question))
    say(f"\ncandidates: first {first:.2f} s (signatures made), then {again:.0f} ms")
    if CLUSTERS <= WORST_WHOLE:
        here = SqliteStore.in_memory([intake(world(CLUSTERS))], address="here")
        graph = PartnershipGraph.of(here)
        asked = {"alliance": question.alliance, "chain": CHAIN, "targets": TARGETS}
        assert best == candidates(graph, **asked).candidates[:20]  # type: ignore[arg-type]
        whole = median(lambda: candidates(graph, **asked), times=1)  # type: ignore[arg-type]
        say(f"the whole graph in memory: {whole:.0f} ms")


def test_reach(loaded: Neo4jStore) -> None:
    parts = loaded.parts()
    asked = ["c1", "c2", "c3"]
    taken = median(lambda: served_reach(parts, alliance=asked), times=5)
    say(f"\nreach: {taken:.0f} ms")
    if CLUSTERS <= WORST_WHOLE:
        here = SqliteStore.in_memory([intake(world(CLUSTERS))], address="here")
        graph = PartnershipGraph.of(here)
        assert served_reach(parts, alliance=asked) == reach(graph, alliance=asked)


def test_what_travels_for_an_answer(loaded: Neo4jStore) -> None:
    """Bytes of the claims that are read for the best twenty; all claims of the project beside."""
    parts = loaded.parts()
    travelled: list[int] = []
    original = type(parts).graph

    def weighed(self: object, ids: list[str], **day: Any) -> PartnershipGraph:
        graph = original(self, ids, **day)  # type: ignore[arg-type]
        claims = (one for thing in graph.networkx for one in graph.claims(thing))
        travelled.append(sum(len(repr(to_row(one))) for one in claims))
        return graph

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(parts), "graph", weighed)
        served_candidates(parts, Question(alliance=["c1", "c2", "c3"], chain=CHAIN))
    say(f"\nread for the best twenty: {sum(travelled) / 1e6:.2f} MB in {len(travelled)} parts")
