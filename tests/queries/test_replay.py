"""A search replayed: our answers stand before the outcome is looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim
from tests.queries.replay_example import ASKED, after, before, outcome

from hanse.graph.errors import UserMistake
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.ingest.chains import read_chain
from hanse.ingest.guides import read_guide
from hanse.ingest.rules import read_rules
from hanse.queries.replay import Replay, replay
from hanse.queries.replay_answers import Questions

LASER = outcome("laser", "clinic")


@given(st.sets(st.sampled_from(["hospital", "clinic", "small", "laser", "blank"]), min_size=1))
def test_whoever_was_chosen_our_answers_are_the_same(chosen: set[str]) -> None:
    said = outcome(*sorted(chosen))
    told = replay(before(said), after(said), ASKED)

    assert told.answers == replay(before(LASER), after(LASER), ASKED).answers
    assert told.outcome == tuple(sorted(chosen))


def test_steps_tell_whom_they_found_took_up_and_who_was_chosen_of_them() -> None:
    listed, undescribed = replay(before(LASER), after(LASER), ASKED).steps

    assert (listed.found, listed.shortlisted) == (("clinic", "hospital", "small"), ("clinic",))
    assert listed.chosen == ("clinic",)
    assert (undescribed.found, undescribed.chosen) == ((), ("laser",))


def test_everybody_named_chosen_or_ours_is_told_with_every_answer() -> None:
    told = {c.id: c for c in replay(before(LASER), after(LASER), ASKED).candidates}

    assert set(told) == {"hospital", "clinic", "small", "laser"}
    assert (told["laser"].is_chosen, told["laser"].is_ours, told["laser"].found_in) == (
        True, True, ()
    )  # fmt: skip
    assert (told["small"].screening, told["small"].is_ours) == ("fail", False)
    assert told["hospital"].rank is not None
    assert told["hospital"].fit_rank is None
    assert told["hospital"].coverage == 0


def test_an_outcome_that_nobody_states_is_asked_for() -> None:
    with pytest.raises(UserMistake, match="no outcome") as refused:
        replay(before(), after(()), ASKED)
    assert "search" in refused.value.hint


def test_who_was_not_known_on_the_day_is_told_and_breaks_nothing() -> None:
    newcomer = [
        claim("new", "kind", "cluster", as_of="2017-06"),
        claim("new", "name", "Newcomer", as_of="2017-06"),
        *outcome("new"),
    ]
    told = replay(before(newcomer), after(newcomer), ASKED)

    assert told.outcome == ("new",)
    assert told.differences[0].text == "new was chosen, and nothing is stated of it for 2017-04-13."


# -- the search of 2017 ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def case() -> Replay:
    store = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    day, every_day = PartnershipGraph.of(store, as_of="2017-04-13"), PartnershipGraph.of(store)
    kinds = ("chain", "guide", "rules")
    texts = {d.id: d.text for kind in kinds for d in day.definitions(kind)}
    asked = Questions(
        alliance=day.members("laser-go"),
        targets=("north-america", "southeast-asia"),
        chain=read_chain(texts["photonics-for-health"], where="chain"),
        guide=read_guide(texts["laser-go-2017"], where="guide"),
        rules=read_rules(texts["laser-go-2017-rules"], where="rules"),
    )
    return replay(day, every_day, asked)


def test_the_outcome_of_2017_is_biocat_medicen_and_optence(case: Replay) -> None:
    """D4.1, Introduction: "namely Medicen Paris Region, Biocat and Optence"."""
    assert case.outcome == ("biocat", "medicen", "optence")


def test_no_step_of_2017_found_optence(case: Replay) -> None:
    assert [step.id for step in case.steps if "optence" in step.found] == []
    assert "No step of the search found it" in text_of(case, "optence")


def test_medicen_sits_where_a_founder_sits_against_the_preference(case: Replay) -> None:
    """D4.1, section 1: preference for "areas of the EU outside the existing consortium"."""
    assert "Île-de-France" in text_of(case, "medicen")


def test_the_filter_of_2017_could_not_find_who_took_the_photonics_seat(case: Replay) -> None:
    text = text_of(case, "photonics")

    assert "finds nine clusters besides the members; none of them was looked at by name" in text
    assert "The outcome took Optence, whom it does not find" in text


def test_what_is_stated_leaves_all_three_chosen_open(case: Replay) -> None:
    text = text_of(case, "screening")

    assert "none of the three chosen passes" in text
    assert "Biocat" in text.split("another reading")[1]


def test_the_guide_orders_nobody_since_no_rating_survives(case: Replay) -> None:
    """D4.1, section 3.2: the results stood in Figures 3 and 4, whose pictures are lost."""
    assert "at most 10% is rated" in text_of(case, "evaluation")


def test_nothing_of_the_outcome_is_in_what_we_say(case: Replay) -> None:
    assert "laser-go-global" not in repr(case.answers)
    assert "2017-07-07" not in repr(case.answers)


def text_of(case: Replay, difference: str) -> str:
    return next(one.text for one in case.differences if one.id == difference)
