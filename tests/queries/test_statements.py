"""What is said of sets, and which of them may share anything."""

from hanse.graph.quantities import exact
from hanse.queries.statements import Question, Statement

PLACES = {"biocat": frozenset({"catalonia"}), "biom": frozenset({"bavaria"}), "ecdf": frozenset()}


def test_a_statement_about_one_set_is_its_size() -> None:
    assert Statement(id="871", sets=frozenset({"biocat"}), size=exact(871)).is_of_one
    assert not Statement(id="3300", sets=frozenset({"biocat", "biom"}), size=exact(3300)).is_of_one


def test_without_places_any_two_sets_may_share() -> None:
    assert Question(inside=frozenset({"biocat", "biom"})).may_share("biocat", "biom")


def test_with_places_only_sets_of_a_common_place_may_share() -> None:
    asked = Question(inside=frozenset(PLACES), places=PLACES)

    assert asked.may_share("biocat", "biocat")
    assert not asked.may_share("biocat", "biom")


def test_a_set_whose_place_nobody_states_may_share_with_any() -> None:
    asked = Question(inside=frozenset(PLACES), places=PLACES)

    assert asked.may_share("biocat", "ecdf")
    assert asked.may_share("biocat", "never heard of")
