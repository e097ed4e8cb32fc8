"""A claim says who states what, where and for when; contradicting claims both stay."""

import math
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.builders import claim

from hanse.graph.claims import Claim, claim_order, preferred
from hanse.graph.errors import BadClaim, ImpossibleDate
from hanse.graph.quantities import Interval, Qualifier, Quantity, exact


def members(
    value: float,
    qualifier: Qualifier = "exactly",
    *,
    source: str = "d41",
    as_of: str | None = None,
    strict: bool = False,
) -> Claim:
    quantity = Quantity(value=value, unit="members", qualifier=qualifier, strict=strict)
    return claim("medicen", "members", quantity, source=source, as_of=as_of)


def with_part(part: str, said: Any) -> Claim:
    changes: dict[str, Any] = {part: said}
    return replace(claim(), **changes)


# -- what a claim must have ----------------------------------------------------------------


@pytest.mark.parametrize("part", ["subject", "predicate", "source", "locator"])
@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_no_claim_is_made_without_subject_predicate_source_and_place(part: str, blank: str) -> None:
    with pytest.raises(BadClaim, match="a claim needs a subject, a predicate, a source"):
        with_part(part, blank)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 2**53 + 1, None, b"x", ""])
def test_no_claim_is_made_of_a_value_that_is_none(value: Any) -> None:
    with pytest.raises(BadClaim):
        claim(value=value)


@pytest.mark.parametrize("part", ["as_of", "since", "until"])
@pytest.mark.parametrize("day", ["2017-02-30", "soon", "", "٢٠١٧"])
def test_no_claim_is_made_for_a_day_that_is_none(part: str, day: str) -> None:
    with pytest.raises(ImpossibleDate):
        with_part(part, day)


def test_a_day_with_blanks_around_it_is_refused_since_days_are_compared_as_text() -> None:
    with pytest.raises(BadClaim, match="blanks"):
        claim(since=" 2017")


@pytest.mark.parametrize("predicate", ["since", "until"])
@pytest.mark.parametrize("value", ["soon", "2017-13", 2016, True])
def test_what_bounds_the_period_of_a_thing_must_be_a_date(predicate: str, value: Any) -> None:
    with pytest.raises((BadClaim, ImpossibleDate)):
        claim("laser-go", predicate, value)


@pytest.mark.parametrize("part", ["subject", "value", "as_written", "note", "role", "context"])
def test_half_a_character_is_refused_before_any_file_sees_it(part: str) -> None:
    with pytest.raises(BadClaim, match="not Unicode"):
        with_part(part, "a\ud800b")


def test_a_unit_that_is_no_text_is_refused_too() -> None:
    with pytest.raises(BadClaim, match="not Unicode"):
        claim(predicate="members", value=Quantity(value=1, unit="\udfff"))


def test_a_status_nobody_knows_is_refused() -> None:
    with pytest.raises(BadClaim, match="one of stated, repaired, conjecture, assumption"):
        with_part("status", "guess")


@pytest.mark.parametrize("status", ["stated", "repaired", "assumption", "conjecture"])
def test_only_a_conjecture_is_no_fact(status: str) -> None:
    assert with_part("status", status).is_fact is (status != "conjecture")


# -- its id --------------------------------------------------------------------------------


# Project files keep these numbers: another one here means a new schema and a migration.
def test_the_id_of_a_statement_is_the_same_in_every_python_and_every_store() -> None:
    assert claim().id == 5_301_023_945_451_848_420
    letters = claim(value="Elastopôle 👩\u200d🔬 \U0001fae8", as_of="2017-04")
    assert letters.id == 3_363_454_384_611_236_364
    assert members(300, "at_least", strict=True).id == 6_351_757_209_442_136_161


def test_a_whole_number_is_the_same_statement_however_it_is_written() -> None:
    assert claim(value=871).id == claim(value=871.0).id
    assert members(871).id == members(871.0).id
    assert claim(value=0).id == claim(value=-0.0).id
    assert members(0).id == members(-0.0).id


def test_a_number_its_digits_and_yes_are_three_statements() -> None:
    assert len({claim(value=1).id, claim(value="1").id, claim(value=True).id}) == 3


@pytest.mark.parametrize(
    "part",
    [
        "subject", "predicate", "value", "source", "locator", "as_of", "since", "until", "role",
        "context", "as_written", "note",
    ],
)  # fmt: skip
def test_every_part_of_a_statement_makes_it_another_one(part: str) -> None:
    assert with_part(part, "2017").id != claim().id


def test_a_part_does_not_stand_in_for_its_neighbour() -> None:
    assert claim(since="2017").id != claim(until="2017").id
    assert claim("a", "bc").id != claim("ab", "c").id


@given(strategies.claims(), strategies.claims())
def test_two_statements_share_an_id_only_when_they_say_the_same(one: Claim, other: Claim) -> None:
    assert 0 <= one.id < 2**63
    assert one.id != other.id or one == other


@given(strategies.claims())
def test_claims_can_be_told_apart_and_put_into_sets(said: Claim) -> None:
    assert len({said, replace(said)}) == 1


# -- preference among claims ---------------------------------------------------------------


def test_a_single_statement_is_preferred() -> None:
    chosen = preferred([members(250, "about")])

    assert chosen.claim == members(250, "about")
    assert chosen.interval == exact(250)
    assert chosen.qualifier == "about"


# D4.1 gives Medicen 250 members and elsewhere over 300: neither has a day of its own.
def test_where_nothing_decides_none_is_preferred_and_the_range_spans_all() -> None:
    chosen = preferred([members(250), members(300, "at_least", strict=True)])

    assert chosen.claim is None
    assert chosen.qualifier is None
    assert chosen.interval == Interval(250, None)
    assert not chosen.is_strict


def test_the_newest_day_wins_over_older_ones_and_over_none() -> None:
    newest = members(300, as_of="2017-04")

    chosen = preferred([members(200, as_of="2017"), newest, members(250)])

    assert chosen.claim == newest
    assert len(chosen.claims) == 3


def test_trust_decides_where_the_day_does_not() -> None:
    statements = [members(250, source="d41"), members(300, source="nl")]

    chosen = preferred(statements, trust=("nl", "d41"))

    assert chosen.claim == members(300, source="nl")
    assert chosen.interval == exact(300)


def test_the_day_comes_before_trust() -> None:
    older, newer = members(250, source="nl", as_of="2016"), members(300, as_of="2017")

    assert preferred([older, newer], trust=("nl",)).claim == newer


def test_a_source_that_is_trusted_comes_before_one_nobody_ranked() -> None:
    statements = [members(250, source="blog"), members(300, source="nl")]

    assert preferred(statements, trust=("nl",)).claim == members(300, source="nl")


def test_sources_that_agree_are_no_contradiction() -> None:
    chosen = preferred([members(250, source="nl"), members(250, source="d41")])

    assert chosen.claim == members(250, source="d41")
    assert chosen.interval == exact(250)


def test_strict_is_said_of_the_low_end_alone() -> None:
    assert preferred([members(30, "at_least", strict=True)]).is_strict
    assert not preferred([members(30, "at_least")]).is_strict
    assert not preferred([members(30, "at_most", strict=True)]).is_strict
    assert not preferred([members(30, "at_least", strict=True), members(30, source="nl")]).is_strict


def test_nothing_cannot_be_chosen_from_nor_a_text_counted() -> None:
    with pytest.raises(ValueError, match="nothing to choose from"):
        preferred([])
    with pytest.raises(TypeError, match="name of biocat is not a quantity"):
        preferred([claim()])


_STATEMENTS = st.builds(
    members,
    st.integers(0, 5),
    st.sampled_from(["exactly", "about", "at_least", "at_most"]),
    source=st.sampled_from(["d41", "nl", "blog"]),
    as_of=st.sampled_from([None, "2016", "2017", "2017-04"]),
)


@given(st.lists(_STATEMENTS, min_size=1, max_size=4))
def test_the_choice_does_not_depend_on_the_order_of_the_statements(said: list[Claim]) -> None:
    choices = [preferred(order, trust=("nl",)) for order in permutations(said)]

    assert all(choice == choices[0] for choice in choices)


@given(st.lists(_STATEMENTS, min_size=1, max_size=5))
def test_the_preferred_claim_is_one_of_the_statements_and_all_are_kept(said: list[Claim]) -> None:
    chosen = preferred(said)

    assert sorted(chosen.claims, key=claim_order) == sorted(said, key=claim_order)
    assert chosen.claim is None or chosen.claim in said
