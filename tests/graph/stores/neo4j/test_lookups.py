import pytest
from tests.builders import cluster, intake, partnership

from hanse.graph.stores.neo4j.lookups import Lookups
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service
SCHEME = "technology_field"
OPTICS, LASERS = f"{SCHEME}:optics", f"{SCHEME}:lasers"
SAID = [
    *cluster("Elastopôle", country="FR", categories={SCHEME: ["Optics", "Lasers"]}),
    *cluster("BIOCAT", country="ES", categories={SCHEME: ["Optics"]}, aliases=["Bio Cat"]),
    *cluster("Optence", country="DE"),
    *partnership("LASER-GO", members=["biocat", "elastopole"]),
    *partnership("Photonics4", members=["elastopole", "optence"]),
]


@pytest.fixture
def lookups(store: Neo4jStore) -> Lookups:
    store.write(intake(SAID))
    return store.parts().lookups


@pytest.mark.parametrize("words", ["elastopole", "ELASTO", "bio cat", "cat b"])
def test_a_thing_is_found_by_the_beginnings_of_words(lookups: Lookups, words: str) -> None:
    assert lookups.search(words, most=5) in ((["elastopole"], 1), (["biocat"], 1))


@pytest.mark.parametrize("words", ['"', "\\", "a AND (b", "~*", "", "name:x OR 1=1", "nor*", "+-!"])
def test_what_a_person_types_is_words_and_no_query(lookups: Lookups, words: str) -> None:
    assert lookups.search(words, most=5) == ([], 0)
    assert lookups.find(words) == []


def test_a_name_is_found_whole_case_and_accents_aside(lookups: Lookups) -> None:
    assert lookups.find("ELASTOPOLE") == [("elastopole", "cluster")]
    assert lookups.find("Bio-Cat") == [("biocat", "cluster")]
    assert lookups.find("elasto") == []
    assert "Bio Cat" in lookups.names(["cluster"])


def test_clusters_that_pass_are_counted_with_what_they_have(lookups: Lookups) -> None:
    every = lookups.passing({}, most=1)
    assert (every.clusters, every.total) == (("biocat",), 3)
    assert sorted(every.categories) == [
        (SCHEME, LASERS, "Lasers", 1),
        (SCHEME, OPTICS, "Optics", 2),
    ]
    both = lookups.passing({SCHEME: [LASERS, OPTICS], "country": ["ES"]}, most=None)
    assert both.clusters == ("biocat",)
    assert lookups.passing({"no facet": ["x"]}, most=None).total == 0


def test_what_lies_around_comes_nearest_first(lookups: Lookups) -> None:
    assert lookups.around("optence", hops=1, most=9) == (["photonics4"], [1], 1)
    near, steps, total = lookups.around("optence", hops=2, most=9)
    assert (near, steps, total) == (["photonics4", "elastopole"], [1, 2], 2)


def test_shortest_ways_lead_through_memberships(lookups: Lookups) -> None:
    between = lookups.between("biocat", "optence", ends=[])

    assert set(between) == {"biocat", "laser-go", "elastopole", "photonics4", "optence"}
    assert lookups.between("biocat", OPTICS, ends=[]) == []
    assert lookups.belonging("laser-go") in (["biocat", "elastopole"], ["elastopole", "biocat"])


def test_clusters_come_in_order_some_at_a_time(lookups: Lookups) -> None:
    assert lookups.number_of_clusters() == 3
    assert lookups.clusters(skip=1, limit=5) == ["elastopole", "optence"]
