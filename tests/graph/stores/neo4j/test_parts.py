import pytest
from tests.builders import cluster, intake, partnership

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service
SCHEME = "technology_field"
SAID = [
    *cluster("Elastopôle", country="FR", categories={SCHEME: ["Optics", "Lasers"]}),
    *cluster("BIOCAT", country="ES", categories={SCHEME: ["Optics"]}, aliases=["Bio Cat"]),
    *cluster("Optence", country="DE"),
    *partnership("LASER-GO", members=["biocat", "elastopole"]),
    *partnership("Photonics4", members=["elastopole", "optence"]),
]


@pytest.fixture
def filled(store: Neo4jStore) -> Neo4jStore:
    store.write(intake(SAID))
    return store


@pytest.mark.parametrize("words", ["elastopole", "ELASTOPÔLE", "bio cat"])
def test_a_thing_is_found_by_any_name_without_case_and_accents(
    filled: Neo4jStore, words: str
) -> None:
    assert filled.parts().search(words, ["cluster"]) in (["elastopole"], ["biocat"])


@pytest.mark.parametrize("words", ['"', "\\", "a AND (b", "~*", "", "name:x OR 1=1"])
def test_what_a_person_types_is_words_and_no_query(filled: Neo4jStore, words: str) -> None:
    assert filled.parts().search(words, ["cluster"]) == []


def test_facets_count_clusters_by_category(filled: Neo4jStore) -> None:
    assert filled.parts().facets(SCHEME) == {
        f"{SCHEME}:optics": 2,
        f"{SCHEME}:lasers": 1,
    }


def test_clusters_are_selected_by_categories_and_countries(filled: Neo4jStore) -> None:
    parts, optics = filled.parts(), f"{SCHEME}:optics"

    assert parts.clusters_with([optics]) == ["biocat", "elastopole"]
    assert parts.clusters_with([optics, f"{SCHEME}:lasers"]) == ["elastopole"]
    assert parts.clusters_with([optics], ["ES"]) == ["biocat"]


def test_what_lies_around_a_thing_comes_nearest_first(filled: Neo4jStore) -> None:
    near = filled.parts().neighbourhood("optence")

    assert near["photonics4"] == 1
    assert near["elastopole"] == 2
    assert "biocat" not in near
    assert list(filled.parts().neighbourhood("optence", limit=1)) == ["photonics4"]


def test_a_way_leads_through_memberships_and_there_may_be_none(filled: Neo4jStore) -> None:
    parts = filled.parts()

    way = ["biocat", "laser-go", "elastopole", "photonics4", "optence"]
    assert parts.path("biocat", "optence") == way
    assert parts.path("biocat", f"{SCHEME}:optics") == []


def test_a_part_is_the_whole_as_far_as_it_goes(filled: Neo4jStore) -> None:
    whole, part = PartnershipGraph.of(filled), filled.parts().graph(["biocat", "laser-go"])

    assert part.cluster("biocat").country == whole.cluster("biocat").country
    assert part.claims("laser-go") == whole.claims("laser-go")
    assert part.ids("cluster") == ("biocat",)


def test_signatures_are_made_once_and_tell_how_many_cover_a_chain_alike(
    filled: Neo4jStore,
) -> None:
    feeds = [(f"{SCHEME}:optics", 0, 1.0), (f"{SCHEME}:lasers", 1, 0.5)]
    parts = filled.parts()

    assert parts.signatures(feeds, 2) == [((1.0, 0.0), 1), ((1.0, 0.5), 1)]
    assert filled.parts().signatures(feeds, 2) == parts.signatures(feeds, 2)


def test_signatures_follow_the_project(filled: Neo4jStore) -> None:
    feeds = [(f"{SCHEME}:optics", 0, 1.0)]
    assert filled.parts().signatures(feeds, 1) == [((1.0,), 2)]

    filled.write(intake([*SAID, *cluster("New", categories={SCHEME: ["Optics"]})]))

    assert filled.parts().signatures(feeds, 1) == [((1.0,), 3)]
