"""A person decides which organisations are one; what was decided can be decided again."""

import pytest
from tests.builders import claim, cluster, intake, thing

from hanse.graph.errors import UnknownName
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.judgements import Verdict
from hanse.viz.reviewing import judge, review, reviewer


def store() -> SqliteStore:
    claims = cluster("LITEK", country="LT", numbers={"members": 20})
    claims += cluster("LITEKA", country="LT") + thing("cluster", "A", id="x:1")
    return SqliteStore.in_memory([intake(claims)], address="test", is_read_only=False)


def decide(project: SqliteStore, verdict: Verdict, pair: str = "litek:liteka") -> None:
    judge(project, pair, verdict, who="Ana", day="2017-04-13")


def verdicts(project: SqliteStore) -> list[tuple[str, str | None]]:
    found = review(project)
    return [
        (p.id, found.judgements[p.id].verdict if p.id in found.judgements else None)
        for p in found.pairs
    ]


def test_a_judgement_can_be_taken_back_and_made_again() -> None:
    project = store()
    assert verdicts(project) == [("litek:liteka", None)]
    for verdict, remaining in (("same", 2), ("rejected", 3), ("different", 3), ("same", 2)):
        decide(project, verdict)  # type: ignore[arg-type]
        assert verdicts(project) == [("litek:liteka", verdict)]
        assert len(PartnershipGraph.of(project).ids("cluster")) == remaining


def test_the_better_known_of_two_stands_for_both() -> None:
    project = store()
    decide(project, "same", "liteka:litek")

    assert PartnershipGraph.of(project).find("liteka") == "litek"


def test_what_contradicts_is_listed() -> None:
    project = store()
    project.write(intake([claim("litek", "different_from", "liteka")], origin="stated"))
    decide(project, "same")

    assert [c.message for c in review(project).contradictions] == [
        "litek and liteka are said to be different, and litek = liteka: they are kept apart"
    ]


def test_any_two_known_may_be_judged_and_nothing_else() -> None:
    project = store()
    decide(project, "same", "x:1:litek")

    assert "litek:x:1" in dict(verdicts(project))
    with pytest.raises(UnknownName, match="no pair is called 'litek:nobody'"):
        decide(project, "same", "litek:nobody")


def test_somebody_always_decides() -> None:
    assert reviewer()
