import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.stores.neo4j.gathering import BATCH, LONGEST, check_length, gathered
from hanse.graph.stores.rows import COLUMNS


@given(st.lists(strategies.claims(), max_size=8))
def test_claims_come_back_each_once_by_subject_and_order(claims: list[Claim]) -> None:
    with gathered([*claims, *claims], origin="test") as fresh:
        back = list(fresh.claims())

    once = {said.id: said for said in claims}
    assert back == sorted(once.values(), key=lambda c: (c.subject, c.predicate, c.id))


@given(st.lists(strategies.claims(), max_size=6))
def test_the_digest_is_of_what_is_said_not_of_its_order(claims: list[Claim]) -> None:
    with gathered(claims, origin="a") as one, gathered(reversed(claims), origin="b") as other:
        assert one.digest() == other.digest()


def test_another_claim_gives_another_digest() -> None:
    with gathered([claim()], origin="a") as one, gathered([claim("optence")], origin="a") as other:
        assert one.digest() != other.digest()


def test_batches_carry_every_part_of_a_claim_and_are_no_larger_than_what_is_sent_at_once() -> None:
    many = [claim(value=f"name {n}") for n in range(BATCH + 1)]

    with gathered(many, origin="a") as fresh:
        batches = list(fresh.batches())
        assert len(fresh) == BATCH + 1

    assert [len(batch) for batch in batches] == [BATCH, 1]
    parts = set(batches[0][0])
    assert parts - {"row"} <= set(COLUMNS)
    assert next(iter(json.loads(str(batches[0][0]["row"])))) == batches[0][0]["id"]


def test_an_id_that_no_index_can_hold_is_refused_with_its_beginning() -> None:
    with pytest.raises(BadInput, match="more than 7000 bytes"):
        check_length("é" * LONGEST, "names.csv")
    check_length("a" * LONGEST, "names.csv")
