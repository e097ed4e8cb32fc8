"""Which single fact would change the order, on the invented table of the oracle `rubric`."""

import pytest
from tests.builders import cluster, project
from tests.people import GUIDE, ratings_of
from tests.rubric_oracle import CRITERIA, NAMES, evaluation, scores

from hanse.graph.quantities import UNKNOWN, Interval, exact
from hanse.queries.assessments import PeopleRatings
from hanse.queries.decisive_facts import decisive_facts, in_words
from hanse.queries.rubric import evaluate


def test_where_everything_is_known_no_fact_can_change_the_order() -> None:
    assert decisive_facts(evaluation()) == ()


def test_a_blank_is_worth_the_share_of_its_ratings_that_move_the_candidate() -> None:
    """K04 without C9 (15 %) has 2.85, and 3.225 with 2.5; K05 has 3.20, K09 3.35, K02 3.60."""
    table = scores()
    table["k04"]["interest"] = UNKNOWN
    (fact,) = decisive_facts(evaluation(table))

    assert (fact.candidate, fact.criterion, fact.place) == ("k04", "interest", 5)
    assert fact.places == {0: 7, 1: 7, 2: 6, 3: 5, 4: 4, 5: 3}
    assert fact.changes_order == pytest.approx(5 / 6)
    assert fact.best == 3


def test_a_fact_that_changes_less_comes_later_and_one_that_changes_nothing_is_left_out() -> None:
    """K07 has 2.25, listed or not; the next is K08 with 2.40."""
    table = scores()
    table["k04"] |= {"interest": UNKNOWN, "eccp": UNKNOWN}
    table["k07"]["eccp"] = UNKNOWN
    facts = decisive_facts(evaluation(table))

    assert [(f.candidate, f.criterion) for f in facts] == [("k04", "interest"), ("k04", "eccp")]


def test_a_range_has_only_the_ratings_in_it() -> None:
    table = scores()
    table["k01"]["fair-contract"] = Interval(4, 5)
    table["k02"]["fair-contract"] = Interval(4, 5)
    facts = decisive_facts(evaluation(table))

    assert {fact.candidate for fact in facts} <= {"k01", "k02"}
    assert all({*fact.places} <= {4, 5} for fact in facts)


def test_a_fact_that_decides_the_lead_comes_before_another_of_the_same_share() -> None:
    table = scores()
    table["k03"]["fair-contract"] = Interval(2, 5)
    table["k07"]["fair-contract"] = Interval(2, 5)
    facts = decisive_facts(evaluation(table))
    leading = [
        fact.is_about_the_lead for fact in facts if fact.changes_order == facts[0].changes_order
    ]

    assert leading == sorted(leading, reverse=True)


def test_disputed_ratings_turn_on_who_is_right() -> None:
    graph = project(
        [
            *cluster("A"),
            *cluster("B"),
            *ratings_of("fair-contract", ana={"a": 5, "b": 4}, ben={"a": 1}, eva={"a": 5}),
        ]
    )
    found = evaluate(graph, GUIDE, candidates=["a", "b"], ratings=PeopleRatings(graph, GUIDE))
    fact = next(f for f in decisive_facts(found) if f.criterion == "fair-contract")

    assert fact.candidate == "a"
    assert fact.places == {1: 2, 5: 1}
    assert fact.changes_order == pytest.approx(1 / 3)
    assert fact.reason == "the assessors gave 1 to 5"
    assert fact.is_about_the_lead


def test_candidates_that_tie_share_a_place() -> None:
    equal = dict(zip(CRITERIA, [exact(1)] * 10, strict=True))
    table = {name: dict(equal) for name in NAMES}
    table["k01"]["eccp"] = UNKNOWN
    (fact,) = [f for f in decisive_facts(evaluation(table)) if f.candidate == "k01"]

    assert fact.places == {0: 10, 1: 1}


def test_a_fact_is_put_in_words_with_what_it_would_do() -> None:
    table = scores()
    table["k04"]["interest"] = UNKNOWN
    (fact,) = decisive_facts(evaluation(table))

    assert in_words(fact, name="K04", criterion="interest") == (
        "interest of K04 (nobody has rated it): now place 5; rated 0 or 1 it would be place 7, "
        "rated 2 place 6, rated 4 place 4, rated 5 place 3."
    )
