import pytest
from tests.builders import claim, cluster, intake, market, partnership

from hanse.graph.stores.neo4j.kinds import Circumstances
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.neo4j.saved_chain import SavedChain

pytestmark = pytest.mark.service
SCHEME = "technology_field"
SAID = [
    *market("usa"),
    *cluster("a", country="ES", categories={SCHEME: ["Optics"]}),
    *cluster("b", country="ES", categories={SCHEME: ["Optics"]}),
    *cluster("c", country="ES", categories={SCHEME: ["Lasers"]}),
    *cluster("d", country="ES", categories={SCHEME: ["Wood"]}),
    *cluster("e", country="ES"),
    claim("b", "targets", "usa"),
    *partnership("p", members=["a", "c"]),
]
ABOUT = Circumstances(
    classes=(0,), covered=(("usa",),), touched=(("usa",),), access=("partnership",),
    has_networks=False, enough=6,
)  # fmt: skip


@pytest.fixture
def chain(store: Neo4jStore) -> SavedChain:
    store.write(intake(SAID))
    feeds = [(f"{SCHEME}:optics", 0, 1.0), (f"{SCHEME}:lasers", 1, 1.0)]
    return store.parts().saved_chain(feeds, 2)


def test_every_cluster_stands_in_columns_by_its_number(chain: SavedChain) -> None:
    assert chain.covers == [[0.0, 1.0], [1.0, 0.0]]
    assert chain.ids(range(5)) == dict(enumerate("abcde"))
    assert chain.columns.groups.tolist() == [1, 1, 0, -1, -1]
    assert chain.columns.is_unknown.tolist() == [1, 0, 1, 1, 1]
    assert {m: n.tolist() for m, n in chain.aiming(["usa", "none"]).items()} == {
        "usa": [1],
        "none": [],
    }


def test_those_that_stand_apart_come_by_themselves(chain: SavedChain) -> None:
    apart = chain.apart(ABOUT, reached=["c"], without=["b"])

    assert sorted((one.id, one.number, one.kind.group, one.fresh) for one in apart) == [
        ("a", 0, 1, 0),
        ("b", 1, 1, 0),
    ]


def test_those_on_no_stage_and_of_no_category_are_told_apart(chain: SavedChain) -> None:
    unranked = chain.unranked()

    assert (unranked.off_chain, unranked.first_off_chain) == (1, ("d",))
    assert (unranked.uncategorised, unranked.first_uncategorised) == (1, ("e",))
