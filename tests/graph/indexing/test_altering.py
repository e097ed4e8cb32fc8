"""To take subjects out and put them in again changes nothing; a merged thing's ties move."""

from random import Random

import pytest
from tests.builders import cluster, intake, partnership
from tests.worlds import CLUSTERS, PARTNERSHIPS, world

from hanse.graph.claims import Claim
from hanse.graph.indexing.altering import joined, led_to, without
from hanse.graph.indexing.building import gathered
from hanse.graph.indexing.facts import Facts
from hanse.graph.indexing.making import made
from hanse.graph.stores.sqlite import SqliteStore

# Contexts are numbered as they are met, and so ordered; names that are the same likewise.
AS_MET = ("choices.contexts", "choices.markets", "names.things")


def facts_of(claims: list[Claim]) -> Facts:
    store = SqliteStore.in_memory([intake(claims)], address="test")
    return gathered(store, None)[0].facts


def tied(known: Facts, relation: str) -> set[tuple[str, str]]:
    pairs = zip(*(column.tolist() for column in known.ties[relation]), strict=True)
    return {(known.ids[int(end)], known.ids[int(other)]) for end, other in pairs}


def columns_of(known: Facts) -> dict[str, list[object]]:
    columns, _ = made(known)
    # NaN, an open end, is not equal to itself: it is compared as text
    return {
        name: [str(cell) for cell in column.tolist()]
        for name, column in columns.items()
        if name not in AS_MET
    }


def test_what_leads_to_a_subject_taken_out_stays_and_what_leads_from_it_goes() -> None:
    claims = cluster("BIOCAT", regions=["Catalonia"]) + partnership("P", members=["biocat"])

    left = without(facts_of(claims), {"p", "catalonia"})

    assert tied(left, "member_of") == {("biocat", "p")}
    assert tied(left, "located_in") == {("biocat", "catalonia")}
    assert [left.ids[n] for n in left.described.things] == ["biocat"]
    assert tied(without(left, {"biocat"}), "located_in") == set()


@pytest.mark.parametrize("seed", range(6))
def test_subjects_taken_out_and_put_in_again_leave_the_index_as_it_was(seed: int) -> None:
    random = Random(seed)
    claims = world(random, with_judgements=False)
    subjects = set(random.sample((*CLUSTERS, *PARTNERSHIPS), 4))
    known = facts_of(claims)
    part = facts_of([claim for claim in claims if claim.subject in subjects])

    again = joined(without(known, subjects), part)

    assert made(again)[1] == made(known)[1]
    assert columns_of(again) == columns_of(known)


def test_facts_joined_to_none_are_those_facts() -> None:
    known = facts_of(cluster("BIOCAT", country="ES", numbers={"companies": 70}))

    assert columns_of(joined(facts_of([]), known)) == columns_of(known)
    assert columns_of(joined(known, facts_of([]))) == columns_of(known)


def test_a_tie_to_a_merged_thing_leads_to_what_stands_for_it_and_its_id_is_a_name() -> None:
    claims = cluster("BIOCAT", id="one", regions=["Old"]) + cluster("Mine", regions=["New"])

    moved = led_to(facts_of(claims), {"old": "new"})

    assert tied(moved, "located_in") == {("one", "new"), ("mine", "new")}
    called = {(name, moved.ids[n]) for name, n in zip(*moved.names, strict=True)}
    assert ("old", "new") in called
