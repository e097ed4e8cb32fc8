"""An alliance is handed on as a workbook that loads again and says the same of its members."""

import pytest
from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.graph.stores.sqlite import SqliteStore
from hanse.viz.alliance_files import alliance_claims, alliance_workbook
from hanse.viz.projects import make
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> SqliteStore:
    from hanse.ingest.loading import load

    folder = tmp_path_factory.mktemp("alliance")
    asked = Session.open("laser-go")
    alliance = asked.alliance(members=["biocat", "litek", "medicen"])
    file = folder / "alliance.xlsx"
    file.write_bytes(alliance_workbook(asked, alliance, name="Trio"))
    make(folder / "own.hanse")
    store = SqliteStore.open(folder / "own.hanse")
    load([file], store)
    return store


def said(claims: list[Claim], cluster: str) -> set[str]:
    own = [c for c in claims if c.subject == cluster and c.predicate != "in_alliance"]
    return {str((c.predicate, c.value, c.source, c.locator)) for c in own}


def test_it_says_the_same_of_every_member(loaded: SqliteStore) -> None:
    before = list(Session.open("laser-go").store.claims())
    after = list(loaded.claims())

    for member in ("biocat", "litek", "medicen"):
        assert said(before, member) == said(after, member)


def test_the_alliance_itself_comes_back(loaded: SqliteStore) -> None:
    members = {c.subject for c in loaded.claims() if c.predicate == "in_alliance"}

    assert members == {"biocat", "litek", "medicen"}


def test_who_else_is_in_a_partnership_is_left_out() -> None:
    known = [
        claim("biocat", "member_of", "bio"),
        claim("biom", "member_of", "bio"),
        claim("bio", "name", "bioXclusters"),
        claim("bio", "targets", "japan"),
        claim("japan", "name", "Japan"),
    ]
    kept = alliance_claims(known, ["biocat"])

    assert [(c.subject, c.predicate) for c in kept] == [
        ("biocat", "member_of"), ("bio", "name"), ("bio", "targets"), ("japan", "name"),
    ]  # fmt: skip
