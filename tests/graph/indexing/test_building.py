"""One pass over a project finds its facts, its sources, its loose ends and its judgements."""

from collections.abc import Iterator

import pytest
from tests.builders import claim, cluster, intake, partnership

from hanse.graph.errors import ProjectInUse
from hanse.graph.indexing.building import ATTEMPTS, KeptInRows, gathered, loose_ends
from hanse.graph.stores.rows import Cell
from hanse.graph.stores.sqlite import SqliteStore


class Restless(SqliteStore):
    """A project that is written to while it is read, the first few times."""

    disturbances = 0

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield the claims, after another has come."""
        if self.disturbances > 0:
            self.disturbances -= 1
            yield from super().rows()
            self.write(intake(cluster(f"Late {self.disturbances}"), origin="another"))
        else:
            yield from super().rows()


def restless(disturbances: int) -> Restless:
    store = Restless.in_memory([intake(cluster())], address="test", is_read_only=False)
    store.disturbances = disturbances
    return store


def test_each_source_is_counted_and_what_leads_nowhere_is_a_loose_end() -> None:
    claims = [*partnership("P", members=["biocat", "nobody"]), *cluster("BIOCAT")]
    claims.append(claim("biocat", "located_in", "nowhere", source="other"))
    store = SqliteStore.in_memory([intake(claims)], address="test")

    found, version = gathered(store, None)

    assert found.sources == {"other": 1, "test": len(claims) - 1}
    assert found.loose == loose_ends(found.facts) == ["nowhere"]
    assert version == store.version
    assert isinstance(store, KeptInRows)


def test_things_judged_to_be_the_same_are_one_and_the_judgement_is_told() -> None:
    claims = cluster("BIOCAT", id="a") + cluster("Bio", id="b", country="ES")
    claims += [*partnership("P", members=["b"]), claim("a", "same_as", "b")]

    found, _ = gathered(SqliteStore.in_memory([intake(claims)], address="test"), None)

    facts = found.facts
    described = {facts.ids[n] for n in facts.described.things}
    assert len(described & {"a", "b"}) == 1
    assert {facts.ids[n] for n in facts.ties["member_of"][0]} == described & {"a", "b"}
    assert found.judged == [("a", "b")]


def test_a_project_that_changes_while_it_is_read_is_read_again() -> None:
    store = restless(ATTEMPTS - 1)

    found, version = gathered(store, None)

    assert "late-0" in found.facts.ids
    assert version == store.version


def test_a_project_that_never_stands_still_is_refused_with_what_to_do() -> None:
    with pytest.raises(ProjectInUse, match="changes while it is read") as caught:
        gathered(restless(ATTEMPTS), None)

    assert caught.value.hint == "try again when the import has ended"
