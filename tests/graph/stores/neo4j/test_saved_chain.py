import pytest
from tests.builders import claim, cluster, intake, market, partnership

from hanse.graph.stores.neo4j.kinds import Circumstances, Worths
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
# Group 0 is of those at the second stage, group 1 of those at the first.
WORTHS = Worths(groups=(0.1, 0.5), regions=(0.0,), markets=(0.0, 0.1), access=(0.0,) * 7)


@pytest.fixture
def chain(store: Neo4jStore) -> SavedChain:
    store.write(intake(SAID))
    feeds = [(f"{SCHEME}:optics", 0, 1.0), (f"{SCHEME}:lasers", 1, 1.0)]
    return store.parts().saved_chain(feeds, 2)


def test_clusters_come_kind_by_kind_from_a_floor_on(chain: SavedChain) -> None:
    assert chain.covers == [[0.0, 1.0], [1.0, 0.0]]

    kinds = chain.kinds(ABOUT, [0, 1], WORTHS, floor=0.2, apart=[], top=5)

    assert sorted((k.group, k.sure, k.behind, k.many, k.ids) for k in kinds if k.sure) == [
        (1, 1, 0, 1, ("b",))
    ]
    assert [(k.sure, k.behind, k.ids) for k in kinds if k.sure is None] == [(None, 1, ("a",))]


def test_those_that_stand_apart_come_by_themselves(chain: SavedChain) -> None:
    apart = chain.apart(ABOUT, reached=["c"], without=["b"])

    assert sorted((one.kind.ids, one.fresh) for one in apart) == [(("a",), 0), (("b",), 0)]
    assert chain.kinds(ABOUT, [1], WORTHS, floor=0, apart=["a", "b"], top=5) == []


def test_those_that_may_score_more_are_counted(chain: SavedChain) -> None:
    assert chain.passing(ABOUT, [0, 1], WORTHS, [0.15, 0.55, 0.7]) == [3, 2, 0]


def test_those_on_no_stage_and_of_no_category_are_told_apart(chain: SavedChain) -> None:
    unranked = chain.unranked()

    assert (unranked.off_chain, unranked.first_off_chain) == (1, ("d",))
    assert (unranked.uncategorised, unranked.first_uncategorised) == (1, ("e",))
