import pytest
from tests.builders import claim, cluster, intake, partnership

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


def test_a_part_is_the_whole_as_far_as_it_goes(filled: Neo4jStore) -> None:
    whole, part = PartnershipGraph.of(filled), filled.parts().graph(["biocat", "laser-go"])

    assert part.cluster("biocat").country == whole.cluster("biocat").country
    assert part.claims("laser-go") == whole.claims("laser-go")
    assert part.ids("cluster") == ("biocat",)


def test_a_chain_is_kept_once_and_tells_how_many_cover_it_alike(filled: Neo4jStore) -> None:
    feeds = [(f"{SCHEME}:optics", 0, 1.0), (f"{SCHEME}:lasers", 1, 0.5)]
    parts = filled.parts()

    kept = parts.saved_chain(feeds, 2)

    assert (kept.covers, kept.sizes) == ([[1.0, 0.0], [1.0, 0.5]], [1, 1])
    assert parts.saved_chain(feeds, 2) is kept
    assert filled.parts().saved_chain(feeds, 2).covers == kept.covers


def test_what_is_kept_of_a_chain_follows_the_project(filled: Neo4jStore) -> None:
    feeds = [(f"{SCHEME}:optics", 0, 1.0)]
    assert filled.parts().saved_chain(feeds, 1).sizes == [2]

    filled.write(intake([*SAID, *cluster("New", categories={SCHEME: ["Optics"]})]))

    assert filled.parts().saved_chain(feeds, 1).sizes == [3]


def test_two_that_were_said_to_be_one_and_to_be_two_are_asked_for_together(
    filled: Neo4jStore,
) -> None:
    """The graph of a part must not join what the whole graph keeps apart."""
    apart = [claim("biocat", "same_as", "optence"), claim("optence", "different_from", "biocat")]
    filled.write(intake([*SAID, *apart]))

    part = filled.parts().graph(["biocat"])

    assert part.cluster("biocat").country == "ES"
    assert filled.parts().lookups.find("optence") == [("optence", "cluster")]


def test_what_an_alliance_reaches_comes_with_the_members_of_figured_groups(
    filled: Neo4jStore,
) -> None:
    parts = filled.parts()

    assert parts.reach_needs(["biocat"], ["partnership"]) == ["biocat", "elastopole"]
    assert parts.reach_needs(["biocat"], ["network"]) == ["biocat"]


def test_all_that_is_told_of_a_thing_is_named(filled: Neo4jStore) -> None:
    own, behind = filled.parts().part_needs(["biocat"])

    assert {"biocat", "laser-go", f"{SCHEME}:optics"} <= set(own)
    assert "elastopole" in behind
