"""What a project in Neo4j costs, beside the index of the same project and the driver's bare loop.

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
from dataclasses import dataclass
from itertools import cycle, islice, pairwise
from pathlib import Path
from random import Random
from typing import TypeVar

import neo4j
import pytest
from tests.neo4j.cutting import line_to
from tests.neo4j.server import DATABASE, Server, running_server, what_is_missing

from hanse.graph.stores.neo4j.gathering import gathered
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.chains import read_chain
from hanse.ingest.synthetic import synthetic
from hanse.queries.readings.indexed import LISTED, IndexedReading
from hanse.queries.readings.reading import CandidatesAsked, ReachAsked
from hanse.queries.readings.served import ServedReading
from hanse.queries.served.asking import Ground
from hanse.queries.served.candidates import best_candidates
from hanse.queries.served.situation import Question

pytestmark = [pytest.mark.bench, pytest.mark.service]
CLUSTERS = int(os.environ.get("HANSE_BENCH_CLUSTERS", "10000"))
CALLS, WARMING = 9, 3
Done = TypeVar("Done")
Asked = TypeVar("Asked")
BARE = 100_000  # claims that the bare loop is measured with


def say(text: str) -> None:
    print(text, file=sys.__stdout__, flush=True)


@dataclass(frozen=True, kw_only=True)
class Bench:
    """The same project in a server and in a file, and what is asked of both."""

    server: Server
    there: Neo4jStore
    here: SqliteStore
    asked: CandidatesAsked


def question_of(asked: CandidatesAsked) -> Question:
    return Question(
        alliance=asked["alliance"], chain=asked["chain"], targets=asked.get("targets", ())
    )


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    folder = tmp_path_factory.mktemp("bench")
    with running_server(heap="1g") as server:
        there = Neo4jStore.open_or_create(f"{server.uri}/bench", auth=server.auth)
        taken, changes = timed(lambda: there.write(synthetic(CLUSTERS, seed=1)))
        say(f"\nloaded {changes.added:,} claims in {taken:.1f} s: {changes.added / taken:,.0f}/s")
        here = SqliteStore.create(Path(folder) / "bench.hanse")
        here.write(synthetic(CLUSTERS, seed=1))
        yield Bench(server=server, there=there, here=here, asked=asked_of(here))
        there.close()
        here.close()


def asked_of(store: SqliteStore) -> CandidatesAsked:
    contents = store.contents()
    alliance = str(contents.settings.alliance)
    near = IndexedReading(store).near(alliance)
    return {
        "alliance": near.members(alliance),
        "chain": read_chain(
            next(d.text for d in contents.definitions if d.kind == "chain"), where="chain"
        ),
        "targets": near.targets_of(alliance, "targets"),
        "top": 20,
    }


def timed(work: Callable[[], Done]) -> tuple[float, Done]:
    started = time.perf_counter()
    done = work()
    return time.perf_counter() - started, done


def median(work: Callable[[], object], *, times: int = CALLS) -> float:
    """Return milliseconds, after the first calls have warmed the server up."""
    for _ in range(WARMING):
        work()
    return statistics.median(timed(work)[0] for _ in range(times)) * 1000


def test_loading_beside_the_bare_loop_of_the_driver(bench: Bench) -> None:
    count = 0
    some = islice(synthetic(CLUSTERS, seed=1).claims, BARE)
    with (
        gathered(some, origin="bare") as fresh,
        neo4j.GraphDatabase.driver(bench.server.uri, auth=bench.server.auth) as driver,
        driver.session(database=DATABASE) as session,
    ):
        rows = [list(batch) for batch in fresh.batches()]
        count = sum(map(len, rows))
        taken = []
        for text in (
            "UNWIND $rows AS row RETURN count(row)",
            "UNWIND $rows AS row CREATE (b:Bare) SET b = row",
        ):
            started = time.perf_counter()
            for batch in rows:
                session.run(text, rows=batch).consume()
            taken.append(time.perf_counter() - started)
        session.run("MATCH (b:Bare) CALL (b) { DELETE b } IN TRANSACTIONS").consume()
    say(f"bare loop: {count / taken[1]:,.0f}/s; one that stores nothing: {count / taken[0]:,.0f}/s")


def test_the_best_twenty_candidates(bench: Bench) -> None:
    served = ServedReading(bench.there, bench.there.parts())
    indexed = IndexedReading(bench.here)
    first, told = timed(lambda: served.candidates(bench.asked))
    assert told == indexed.candidates(bench.asked)
    again = ServedReading(bench.there, bench.there.parts())
    anew, _ = timed(lambda: again.candidates(bench.asked))
    say(f"candidates: first {first:.1f} s, in which the chain is saved; by a new reader {anew:.2f}")
    for name, targets in (
        ("without targets", ()),
        ("three targets", bench.asked.get("targets", ())),
    ):
        asked: CandidatesAsked = {**bench.asked, "targets": targets}
        say(f"{name}, the same alliance: {speed_of(bench, served, indexed, [asked])}")
        others: list[CandidatesAsked] = [
            {**asked, "alliance": alliance} for alliance in alliances(indexed)
        ]
        say(f"{name}, another each time: {speed_of(bench, served, indexed, others)}")


def alliances(indexed: IndexedReading) -> list[list[str]]:
    """Return as many alliances of three as a median asks for, and the calls before."""
    everybody, random = indexed.clusters(), Random(1)
    return [random.sample(everybody, 3) for _ in range(CALLS + WARMING)]


def speed_of(
    bench: Bench, served: ServedReading, indexed: IndexedReading, every: list[CandidatesAsked]
) -> str:
    """Say how long answers take, of questions that are asked one after another."""
    ground = Ground(bench.there.parts())
    asked = [question_of(one) for one in every]
    bare = median(in_turn(lambda one: best_candidates(ground, one, top=20), asked))
    fresh = ServedReading(bench.there, bench.there.parts())
    full = median(in_turn(fresh.candidates, every))
    here = median(in_turn(indexed.candidates, every))
    assert served.candidates(every[-1]) == indexed.candidates(every[-1])
    return f"{bare:.0f} ms, with reasons {full:.0f} ms; the index {here:.0f} ms"


def in_turn(ask: Callable[[Asked], object], every: list[Asked]) -> Callable[[], object]:
    """Return what asks the next of some questions each time."""
    rest = cycle(every)
    return lambda: ask(next(rest))


def test_reach(bench: Bench) -> None:
    served = ServedReading(bench.there, bench.there.parts())
    indexed = IndexedReading(bench.here)
    asked: ReachAsked = {"alliance": bench.asked["alliance"]}
    assert served.reach(asked) == indexed.reach(asked)
    there = median(lambda: served.reach(asked), times=5)
    here = median(lambda: indexed.reach(asked), times=5)
    say(f"reach: {there:.0f} ms; the index {here:.0f} ms")


def test_what_travels_for_an_answer(bench: Bench) -> None:
    """Bytes that came back over the line, counted between the driver and the server."""
    with line_to(bench.server.port) as line:
        address = f"bolt://127.0.0.1:{line.port}/bench"
        far = Neo4jStore.open(address, auth=bench.server.auth)
        served, ground = ServedReading(far, far.parts()), Ground(far.parts())
        question = question_of(bench.asked)
        passed = [line.passed]
        for ask in (
            lambda: best_candidates(ground, question, top=20),
            lambda: best_candidates(ground, question, top=20),
            lambda: served.candidates(bench.asked),
            lambda: served.candidates(bench.asked),
        ):
            ask()
            passed.append(line.passed)
        ranked, again, told, told_again = (
            f"{(after - before) / 1e3:,.0f} kB" for before, after in pairwise(passed)
        )
        say(
            f"over the line for the best twenty, columns and places among it: {ranked}, asked"
            f" again {again}; by another reader with reasons {told}, asked again {told_again};"
            f" listed apart: {LISTED}"
        )
        far.close()
