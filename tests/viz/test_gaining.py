"""The largest gains are looked for among all who could be added, whatever their number."""

import pytest
from tests.builders import claim, cluster, intake, partnership, thing

from hanse.graph.claims import Claim
from hanse.graph.model import Settings
from hanse.graph.stores.sqlite import SqliteStore
from hanse.viz import gaining
from hanse.viz.gaining import reach_with_gains
from hanse.viz.session import Session


def session(*more: Claim) -> Session:
    said = partnership("Ours", members=["n0"])
    for number in range(9):
        said += cluster(f"N{number}", numbers={"companies": 10 * number + 1})
    settings = Settings(alliance="ours")
    return Session(
        SqliteStore.in_memory([intake([*said, *more], settings=settings)], address="test")
    )


def gained(found: gaining.Gaining) -> list[str]:
    return [row.id for row in found.reach.marginal if row.change == "gained"]


def test_a_project_without_any_chain_tells_gains() -> None:
    asked = session()
    found = reach_with_gains(asked, asked.alliance(), 2)

    assert gained(found) == ["n8", "n7"]
    assert (found.by, found.considered, found.compared) == ("companies", 8, 8)


def test_who_declined_is_not_asked_again() -> None:
    asked = session(claim("n8", "state_for", "ours", role="declined"))
    found = reach_with_gains(asked, asked.alliance(), 2)

    assert gained(found) == ["n7", "n6"]
    assert found.considered == 7


def test_of_many_those_that_promise_most_are_compared_and_the_figures_are_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = session()
    every = reach_with_gains(asked, asked.alliance(), 2)
    monkeypatch.setattr(gaining, "COMPARED", 4)
    monkeypatch.setattr(gaining, "PROMISING", 3)
    some = reach_with_gains(asked, asked.alliance(), 2)

    assert some.reach == every.reach
    assert (some.considered, some.compared) == (8, 4)


def test_without_marginal_members_are_not_asked_what_is_lost_with_them() -> None:
    asked = session(*thing("gateway", "Osaka"))
    found = reach_with_gains(asked, asked.alliance(), 1, with_marginal=False)

    assert [row.change for row in found.reach.marginal] == ["gained"]
