"""Pseudonyms, and when they hide nobody: the 7 - 3 = 4 of LASER-GO D4.1 (2017)."""

from tests.builders import cluster, project
from tests.people import GUIDE

from hanse.graph.quantities import exact
from hanse.queries.anonymity import leaks, pseudonyms
from hanse.queries.rubric import Evaluation, evaluate

CHOSEN = ("biocat", "medicen", "optence")
HIDDEN = ("medicalmountains", "beauty-cluster-barcelona", "biopro", "zab")
SIZES = {"biocat": 871, "medicen": 250, "optence": 85, "medicalmountains": 40,
         "beauty-cluster-barcelona": 120, "biopro": 60}  # fmt: skip
GRAPH = project(
    [
        said
        for name in (*CHOSEN, *HIDDEN, "other")
        for said in cluster(name, numbers={"companies": SIZES[name]} if name in SIZES else {})
    ]
)


def evaluation(*names: str) -> Evaluation:
    given = {name: {"interest": exact(3)} for name in names}
    return evaluate(GRAPH, GUIDE, candidates=names, ratings=given)


def test_seven_named_less_three_chosen_are_the_four_that_are_hidden() -> None:
    """D4.1 names seven candidates in section 2, three in 3.2, and keeps four anonymous."""
    (found, *_) = leaks(evaluation(*CHOSEN, *HIDDEN), hidden=HIDDEN, pool=(*CHOSEN, *HIDDEN))

    assert found.kind == "by subtraction"
    assert found.possible == tuple(sorted(HIDDEN))
    assert len(found.pseudonyms) == 4
    assert "7 in the pool, 3 of them shown by name: 7 - 3 = 4" in found.text


def test_few_others_in_the_pool_hide_little() -> None:
    (found, *_) = leaks(
        evaluation(*CHOSEN, *HIDDEN), hidden=HIDDEN, pool=(*CHOSEN, *HIDDEN, "other")
    )

    assert found.kind == "few are left"
    assert "only 5 are left for 4 pseudonyms" in found.text


def test_many_others_hide_well() -> None:
    crowd = [f"other-{number}" for number in range(90)]
    kinds = {leak.kind for leak in leaks(
        evaluation(*CHOSEN, *HIDDEN), hidden=HIDDEN, pool=(*CHOSEN, *HIDDEN, *crowd)
    )}  # fmt: skip

    assert kinds == set()


def test_ratings_that_only_one_of_those_left_can_have_give_it_away() -> None:
    everybody = (*CHOSEN, *HIDDEN, "other")
    found = leaks(evaluation(*everybody), hidden=("biopro", "zab"), pool=everybody)
    by_ratings = {leak.possible for leak in found if leak.kind == "by ratings"}

    assert by_ratings == {("biopro",)}


def test_a_pool_that_does_not_hold_the_hidden_ones_tells_nothing() -> None:
    assert leaks(evaluation(*CHOSEN, *HIDDEN), hidden=HIDDEN, pool=CHOSEN) == ()


def test_nobody_hidden_is_nobody_found() -> None:
    assert leaks(evaluation(*CHOSEN), hidden=(), pool=CHOSEN) == ()


def test_pseudonyms_follow_the_order_of_the_report_and_not_of_the_names() -> None:
    assert pseudonyms(["b", "x", "a"], {"a", "b"}) == {"b": "Candidate A", "a": "Candidate B"}


def test_after_candidate_z_comes_aa() -> None:
    names = [f"c{number}" for number in range(28)]

    assert [*pseudonyms(names, names).values()][25:] == [
        "Candidate Z", "Candidate AA", "Candidate AB",
    ]  # fmt: skip
