"""Organisations judged to be the same are one, under all their names."""

from itertools import permutations

from tests.builders import claim, cluster, partnership, project

from hanse.graph.claims import Claim
from hanse.graph.merging import gather, joining, judged_same


def same(*pairs: tuple[str, str]) -> list[Claim]:
    return [claim(one, "same_as", other) for one, other in pairs]


def test_the_one_that_is_said_to_be_no_other_stands_for_all() -> None:
    assert judged_same(same(("medicine-paris", "medicen"))) == {"medicine-paris": "medicen"}
    assert judged_same(same(("biocat", "catalonia"))) == {"biocat": "catalonia"}


def test_a_chain_of_judgements_leads_to_its_end() -> None:
    assert judged_same(same(("c", "b"), ("b", "a"))) == {"b": "a", "c": "a"}


def test_two_judgements_on_one_thing_make_one_of_three() -> None:
    assert judged_same(same(("x", "b"), ("x", "a"))) == {"b": "a", "x": "a"}


def test_judgements_in_a_circle_make_one_and_exchange_nothing() -> None:
    for pairs in permutations([("a", "b"), ("b", "c"), ("c", "a")]):
        assert judged_same(same(*pairs)) == {"b": "a", "c": "a"}


def test_a_thing_is_always_the_same_as_itself() -> None:
    assert judged_same(same(("a", "a"))) == {}


def test_a_conjecture_joins_nothing() -> None:
    assert judged_same([claim("a", "same_as", "b", status="conjecture")]) == {}


def test_claims_are_gathered_by_subject() -> None:
    said = [claim("b"), claim("a"), claim("b", "country", "ES")]

    assert gather(said, {}) == {"b": [said[0], said[2]], "a": [said[1]]}


# The two texts write the Paris cluster in two ways; it is one.
def test_one_of_two_spellings_keeps_its_name_and_is_found_by_both() -> None:
    graph = project(
        cluster("Medicen")
        + cluster("Medicine (Paris)", country="FR")
        + same(("medicine-paris", "medicen"))
        + partnership("bioXclusters plus", members=["medicine-paris"])
    )

    assert graph.name("medicen") == "Medicen"
    assert graph.cluster("medicen").aliases == ("Medicine (Paris)",)
    assert graph.cluster("medicen").country == "FR"
    assert graph.members("bioxclusters-plus") == ("medicen",)
    assert {graph.find(name) for name in ("medicine paris", "medicine-paris", "MEDICEN")} == {
        "medicen"
    }


def test_a_merged_thing_may_lend_its_name_to_one_that_nobody_described() -> None:
    graph = project(cluster("Medicen") + same(("medicen", "fr:medicen")))

    assert graph.ids("cluster") == ("fr:medicen",)
    assert graph.name("fr:medicen") == "Medicen"


def test_both_keep_what_was_said_of_them() -> None:
    statements = cluster("Medicen", country="FR") + cluster("Medicine (Paris)", country="BE")

    graph = project([*statements, *same(("medicine-paris", "medicen"))])

    assert graph.values("medicen", "country") == ("BE", "FR")


def test_a_pair_that_is_also_said_to_be_different_stays_two() -> None:
    parted = claim("medicen", "different_from", "medicine-paris")

    assert judged_same([*same(("medicine-paris", "medicen")), parted]) == {}
    assert joining([*same(("a", "b"), ("c", "d")), claim("a", "different_from", "b")]) == [
        ("c", "d")
    ]
