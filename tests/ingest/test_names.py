"""A row names another thing by id or by any name; a name nobody has makes no ghost."""

import pytest
from tests.builders import cluster, intake, partnership, region

from hanse.graph.model import Source
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.names import MOST_OFFERED, Names
from hanse.ingest.rows import CellFault


def names() -> Names:
    known = Names()
    known.learn("medicen", "Médicen Paris Région", "cluster")
    known.learn("laser-go", "LASER-GO", "partnership")
    known.learn("valley-de", "Photonics Valley", "cluster")
    known.learn("valley-fr", "Photonics Valley", "cluster")
    return known


@pytest.mark.parametrize("name", ["medicen", "Medicen Paris Region", "MÉDICEN  paris-région"])
def test_a_name_is_found_whatever_its_case_accents_and_marks(name: str) -> None:
    assert names().find(name, column="cluster") == "medicen"


def test_a_name_told_later_is_found_too() -> None:
    known = names()
    known.find("LASER-GO", column="partnership")
    known.call("laser-go", "Laser for health")

    assert known.find("laser FOR health", column="partnership") == "laser-go"


def fault(known: Names, name: str, *kinds: str) -> CellFault:
    with pytest.raises(CellFault) as refused:
        known.find(name, column="cluster", kinds=kinds)
    return refused.value


def test_a_name_of_several_is_refused_with_their_ids() -> None:
    assert fault(names(), "Photonics Valley").remedy == "write the id: valley-de or valley-fr"


def test_a_name_of_another_kind_is_told_from_an_unknown_one() -> None:
    assert fault(names(), "LASER-GO", "cluster").what == (
        "laser-go is a partnership; a cluster is asked for"
    )


def test_the_kind_decides_between_things_of_one_name() -> None:
    known = names()
    known.learn("medicen-network", "Medicen", "network")
    known.call("medicen", "Medicen")

    assert known.find("Medicen", column="partnership", kinds=("network",)) == "medicen-network"


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    refused = fault(names(), "Medcien Paris Region", "cluster")

    assert refused.what == "no cluster is called 'Medcien Paris Region'"
    assert refused.remedy == "did you mean medicen?"


def test_near_names_are_looked_for_only_so_often() -> None:
    known = names()
    for number in range(MOST_OFFERED):
        fault(known, f"nothing like it {number}")

    assert "did you mean" not in fault(known, "Medcien Paris Region").remedy


def test_what_is_described_in_a_row_put_aside_is_told_as_such() -> None:
    known = names()
    known.withdraw("medicen", "row 7 of clusters.csv")
    refused = fault(known, "Médicen Paris Région")

    assert refused.what == "medicen is described in row 7 of clusters.csv, which was put aside"
    assert refused.remedy == "mend that row first"


def store() -> SqliteStore:
    claims = cluster("BIOCAT", aliases=["Biocat Foundation"]) + partnership("LASER-GO")
    return SqliteStore.in_memory(
        [intake(claims + region("Catalonia", country="ES"))], address="test"
    )


def test_what_a_project_knows_is_asked_for_only_when_it_is_needed() -> None:
    asked = []

    def beyond() -> Names:
        asked.append(True)
        return Names.of_store(store())

    known = Names(beyond=beyond)
    known.learn("medicen", "Medicen", "cluster")

    assert known.find("Medicen", column="cluster") == "medicen"
    assert asked == []
    assert known.find("biocat foundation", column="cluster", kinds=("cluster",)) == "biocat"
    assert known.find("LASER-GO", column="partnership") == "laser-go"
    assert asked == [True]


def test_a_project_tells_kinds_countries_and_sources() -> None:
    known = Names(beyond=lambda: Names.of_store(store()))

    assert known.kind("catalonia") == "region"
    assert known.country("catalonia") == "ES"
    assert known.source("test") == Source(id="test", title="test")
