"""An answer as a table: nothing is added up, and what is not known stays empty."""

import importlib.util
from dataclasses import dataclass

import pytest
from tests.builders import cluster, project, value_chain

from hanse.graph.errors import MissingPackage
from hanse.graph.quantities import Interval
from hanse.queries.answers import RankRange
from hanse.queries.complementarity import Candidates, candidates
from hanse.queries.frames import rows, to_frame
from hanse.queries.reach import reach

HAS_PANDAS = importlib.util.find_spec("pandas") is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    id: str
    score: Interval
    rank: RankRange | None
    by_group: dict[str, Interval]
    stages: tuple[str, ...]


def test_a_range_is_two_columns_and_the_unknown_stays_none() -> None:
    record = Scored(
        id="biocat",
        score=Interval(low=0.5, high=None),
        rank=RankRange(best=1, worst=3),
        by_group={"b": Interval(low=1, high=2)},
        stages=("s1", "s2"),
    )

    assert rows([record]) == [
        {
            "id": "biocat",
            "score_low": 0.5,
            "score_high": None,
            "rank_best": 1,
            "rank_worst": 3,
            "by_group_b_low": 1,
            "by_group_b_high": 2,
            "stages": ("s1", "s2"),
        }
    ]


def answer() -> Candidates:
    claims = cluster("A", categories={"technology_field": ["Optics"]})
    claims += cluster("B", categories={"technology_field": ["Surgery"]})
    chain = value_chain({"Optics": 1.0}, {"Surgery": 1.0})
    return candidates(project(claims), alliance=["a"], chain=chain)


def test_the_rows_of_an_answer_are_its_candidates() -> None:
    assert [row["id"] for row in rows(answer())] == ["b"]


def test_the_rows_of_a_reach_are_its_hops() -> None:
    found = rows(reach(project(cluster("A", numbers={"smes": 5})), alliance=["a"]))

    assert [(row["hop"], row["counts_smes_low"]) for row in found] == [(0, 5)]


def test_a_record_without_lists_is_one_row() -> None:
    assert rows(RankRange(best=1, worst=2)) == [{"best": 1, "worst": 2}]
    assert rows([]) == []


@pytest.mark.skipif(HAS_PANDAS, reason="pandas is installed")
def test_without_pandas_it_is_said_how_to_get_it() -> None:
    with pytest.raises(MissingPackage, match="a data frame needs pandas") as missing:
        answer().to_frame()

    assert missing.value.hint == "pip install pandas"
    assert missing.value.exit_status == 3


@pytest.mark.skipif(not HAS_PANDAS, reason="pandas is not installed")
def test_with_pandas_an_answer_is_a_frame() -> None:
    assert list(to_frame(answer())["id"]) == ["b"]
