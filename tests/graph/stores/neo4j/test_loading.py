"""All of an import or nothing of it, on the graph of facts as among the claims."""

from collections.abc import Sequence
from typing import Any

import pytest
from tests.builders import claim, cluster, intake, partnership
from tests.graph.stores.neo4j.conftest import Ask

from hanse.graph.claims import Claim
from hanse.graph.errors import ServiceUnavailable
from hanse.graph.model import Settings
from hanse.graph.quantities import Quantity
from hanse.graph.stores.neo4j import loading
from hanse.graph.stores.neo4j.connection import Connection
from hanse.graph.stores.neo4j.project_store import Neo4jStore

pytestmark = pytest.mark.service
GRAPH = "MATCH (p:HanseProject {name: $p}) MATCH (t:Thing {graph: p.graph}) "
THINGS = GRAPH + "WHERE t.kind IS NOT NULL RETURN t.id, labels(t), properties(t) ORDER BY t.id"
TIES = (
    GRAPH + "MATCH (t)-[r]->(o:Thing) RETURN t.id, type(r), o.id, properties(r)"
    " ORDER BY t.id, type(r), o.id, r.claim"
)


def shown(store: Neo4jStore, ask: Ask) -> tuple[Any, ...]:
    """Return the graph of facts as a reader finds it, its name aside."""
    project = store.address.rpartition("/")[2]
    things = ask(THINGS, p=project)
    for thing in things:
        thing[1].sort()
        thing[2].pop("graph")
    return things, ask(TIES, p=project)


def whole_and_in_parts(
    store: Neo4jStore, second: Neo4jStore, ask: Ask, *states: Sequence[Claim]
) -> None:
    """Check that changing a graph state by state gives what the last state alone gives."""
    for state in states:
        store.write(intake(state))
    changed = shown(store, ask)
    project = store.address.rpartition("/")[2]
    ask("MATCH (p:HanseProject {name: $p}) REMOVE p.graph", p=project)
    second.write(intake([*states[-1], claim("nobody")]))  # any change paints it anew

    assert shown(second, ask) == changed


BASE = cluster("BIOCAT", country="ES", regions=["Catalonia"])
ALLIED = [*BASE, *partnership("LASER-GO", members=["biocat"])]


def test_facts_stand_on_the_graph_with_labels_properties_and_ties(
    store: Neo4jStore, ask: Ask
) -> None:
    store.write(intake(ALLIED))

    things, ties = shown(store, ask)
    assert [(one[0], one[1]) for one in things] == [
        ("biocat", ["ClusterOrganisation", "Thing"]),
        ("catalonia", ["Region", "Thing"]),
        ("laser-go", ["Partnership", "Thing"]),
    ]
    assert [tie[:3] for tie in ties] == [
        ["biocat", "LOCATED_IN", "catalonia"],
        ["biocat", "MEMBER_OF", "laser-go"],
    ]


@pytest.mark.parametrize(
    "last",
    [
        [*ALLIED, *cluster("Optence")],
        BASE,
        [*ALLIED, claim("biocat", "companies", Quantity(value=7, unit="companies"))],
        [*ALLIED, *cluster("Bio Cat"), claim("bio-cat", "same_as", "biocat")],
        [one for one in ALLIED if one.subject != "biocat"],
        [],
    ],
    ids=["a thing comes", "a tie goes", "a count comes", "two are one", "a thing goes", "all go"],
)
def test_a_graph_that_is_changed_is_the_one_that_would_be_made_anew(
    store: Neo4jStore, second: Neo4jStore, ask: Ask, last: list[Claim]
) -> None:
    whole_and_in_parts(store, second, ask, ALLIED, last)


def test_two_judged_to_be_the_same_and_then_not_are_two_again(
    store: Neo4jStore, second: Neo4jStore, ask: Ask
) -> None:
    two = [*ALLIED, *cluster("Bio Cat")]
    whole_and_in_parts(store, second, ask, two, [*two, claim("bio-cat", "same_as", "biocat")], two)


def test_another_order_of_trust_shows_other_counts(store: Neo4jStore, ask: Ask) -> None:
    said = [
        claim("biocat", "companies", Quantity(value=value, unit="companies"), source=source)
        for source, value in (("d41", 100), ("nl", 120))
    ]
    store.write(intake([*BASE, *said]))
    before = shown(store, ask)[0][0][2]

    store.write(intake([*BASE, *said], settings=Settings(trust=("nl",))))

    after = shown(store, ask)[0][0][2]
    assert (before["companiesLow"], before["companiesHigh"]) == (100, 120)
    assert (after["companiesLow"], after["companiesHigh"]) == (120, 120)


@pytest.mark.parametrize("breaks_at", ["claims_put", "things_put", "project_switch"])
def test_a_load_that_breaks_off_at_any_step_is_seen_by_nobody_and_can_be_repeated(
    store: Neo4jStore, ask: Ask, monkeypatch: pytest.MonkeyPatch, breaks_at: str
) -> None:
    store.write(intake(BASE))
    before = list(store.claims()), store.contents(), store.version, shown(store, ask)
    original = Connection.write
    monkeypatch.setattr(loading, "FEW", 0)  # the graph is made anew, batch by batch

    def failing(self: Connection, work: Any) -> Any:
        def stopped(run: Any) -> Any:
            def step(name: str, /, **given: object) -> Any:
                if name == breaks_at:
                    raise ServiceUnavailable("the server is gone")
                return run(name, **given)

            return work(step)

        return original(self, stopped)

    monkeypatch.setattr(Connection, "write", failing)
    with pytest.raises(ServiceUnavailable):
        store.write(intake(ALLIED))
    monkeypatch.setattr(Connection, "write", original)

    assert (list(store.claims()), store.contents(), store.version, shown(store, ask)) == before
    assert store.write(intake(ALLIED)).has_changed
    assert {one.subject for one in store.claims()} == {"biocat", "catalonia", "laser-go"}


def test_a_load_of_many_batches_tells_how_far_it_is(store: Neo4jStore) -> None:
    told: list[tuple[int, int]] = []
    store.progress = lambda done, total: told.append((done, total))

    store.write(intake([claim(value=f"name {n}") for n in range(7000)]))

    assert told == [(5000, 7000), (7000, 7000)]


HOSTILE = "`}) DETACH DELETE n //"


def test_hostile_names_kinds_and_labels_change_no_statement(store: Neo4jStore, ask: Ask) -> None:
    """The injection of a label was real: a backtick in a type deleted the nodes of another."""
    before = ask("MATCH (p:HanseProject) RETURN count(p)")
    said = [
        *cluster(HOSTILE, id=HOSTILE, regions=[HOSTILE], categories={HOSTILE: [HOSTILE]}),
        claim(HOSTILE, "kind", HOSTILE),
        claim(HOSTILE, HOSTILE, HOSTILE, source=HOSTILE, role=HOSTILE),
        claim(HOSTILE, "member_of", HOSTILE),
    ]

    store.write(intake(said, origin=HOSTILE))

    assert len(list(store.claims())) == len({one.id for one in said})
    assert ask("MATCH (p:HanseProject) RETURN count(p)") == before
    labels = {
        label for (found,) in ask("CALL db.labels() YIELD label RETURN label") for label in [found]
    }
    assert not any("`" in label for label in labels)
