"""What candidates would bring, kept twice: what is sure, and what is possible."""

from dataclasses import replace

from tests.queries.composition_drawn import EITHER
from tests.queries.composition_example import toy_situation

from hanse.queries.composition_facts import Known


def test_what_is_known_exactly_is_sure_and_possible() -> None:
    assert Known.exactly(["ES"]) == Known(sure=frozenset({"ES"}), possible=frozenset({"ES"}))


def test_the_alliance_of_the_worked_example_lacks_22_percent_of_the_chain() -> None:
    situation = toy_situation()

    # the fixture: stage sums 2, 2, 1 and .6 give a chain value of .78
    assert [round(low, 6) for low, _ in situation.standing.amounts] == [2, 2, 1, 0.6]
    assert [round(end, 6) for end in situation.missing] == [0.22, 0.22]
    assert not situation.is_complete


def test_sets_are_picked_by_id_whatever_the_order() -> None:
    situation = toy_situation()

    assert [offer.name for offer in situation.chosen("qmb")] == ["B", "M", "Q"]


def test_an_either_or_turns_out_in_every_way() -> None:
    situation = replace(toy_situation(), either=EITHER)

    assert len(situation.turns) == 4
    assert replace(situation, either=()).turns == ((),)
