"""Push and pull: the same project on a server and in a file."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import neo4j
import pytest
from tests.neo4j.server import Server
from tests.running import hanse

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput, ServiceUnavailable, UnknownName
from hanse.graph.stores.neo4j.project_store import Neo4jStore
from hanse.graph.stores.neo4j.snapshot import claims_in
from hanse.queries import engine
from hanse.viz.credentials import PASSWORD
from hanse.viz.projects import open_store
from hanse.viz.sharing import pull, push

pytestmark = pytest.mark.service


@pytest.fixture
def server(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(PASSWORD, neo4j_server.auth[1])
    return neo4j_server.uri


def test_what_is_pushed_and_pulled_is_the_same_project(server: str, tmp_path: Path) -> None:
    address, file = f"{server}/pushed", tmp_path / "pulled.hanse"

    pushed = push("laser-go", address)
    pulled = pull(address, file)

    here, there = open_store("laser-go"), open_store(str(file))
    assert list(there.claims()) == list(here.claims())
    assert there.contents().settings == here.contents().settings
    assert there.contents().sources == here.contents().sources
    assert there.contents().definitions == here.contents().definitions
    assert there.contents().put_aside == here.contents().put_aside
    assert pushed["claims"] == pulled["claims"] == pushed["added"]


def test_pushing_again_changes_nothing(server: str) -> None:
    push("escp", f"{server}/again")
    again = push("escp", f"{server}/again")

    assert (again["added"], again["removed"]) == (0, 0)
    assert again["unchanged"] > 0


def test_progress_is_told_by_origin(server: str) -> None:
    told: list[tuple[str, int, int]] = []

    push("laser-go", f"{server}/progress", progress=lambda *step: told.append(step))

    assert {origin for origin, _, _ in told} == {"case:annex", "case:laser_go"}
    assert all(done <= total for _, done, total in told)


def test_an_existing_file_is_never_overwritten(server: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.hanse"
    file.write_bytes(b"mine")

    with pytest.raises(BadInput, match="exists already"):
        pull(server, file)
    assert file.read_bytes() == b"mine"


def test_a_pull_that_fails_leaves_no_file(server: str, tmp_path: Path) -> None:
    with pytest.raises(UnknownName):
        pull(f"{server}/not-there", tmp_path / "mine.hanse")
    with pytest.raises(ServiceUnavailable):
        pull("bolt://127.0.0.1:1", tmp_path / "mine.hanse")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(server: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nowhere"):
        pull(server, tmp_path / "nowhere" / "mine.hanse")


def test_a_disk_that_is_full_leaves_no_half_file(server: str, tmp_path: Path) -> None:
    """The limit on the size of a file is what a full disk is to the one who writes."""
    push("escp", f"{server}/full")
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from hanse.viz.sharing import pull\n"
        "from hanse.graph.errors import HanseError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "try: pull(sys.argv[1], Path(sys.argv[2]))\n"
        "except HanseError as fault: print(fault.exit_status, fault); sys.exit(0)\n"
        "sys.exit(9)"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code, f"{server}/full", str(tmp_path / "half.hanse")],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout[0] in "234"
    assert list(tmp_path.iterdir()) == []


def test_scores_stand_on_the_clusters_with_what_they_are_of(
    server: str, neo4j_server: Server
) -> None:
    counts = push("laser-go", f"{server}/scored", scores=True)

    asked = (
        "MATCH (p:HanseProject {name: 'scored'}) MATCH (c:ClusterOrganisation {graph: p.graph})"
        " WHERE c.scoreGuide IS NOT NULL RETURN count(c), count(c.scoreFitLow),"
        " count(c.scoreComplementarityHigh), collect(DISTINCT c.scoreVersion = p.version)"
    )
    with neo4j.GraphDatabase.driver(server, auth=neo4j_server.auth) as driver:
        found = driver.execute_query(asked, database_="neo4j").records[0].values()
    assert found[0] == counts["scored"] > 0
    assert min(found[1], found[2]) > 0
    assert found[3] == [True]


QUESTIONS = (
    ("candidates",),
    ("evaluate",),
    ("reach",),
    ("clusters",),
)


@pytest.mark.parametrize("case", ["laser-go", "escp", "demo-ratings"])
def test_every_question_of_a_case_has_the_same_answer_on_a_server(server: str, case: str) -> None:
    address = f"{server}/asked-{case}"
    push(case, address)

    for question in QUESTIONS:
        here = hanse("--project", case, *question, "--json")
        there = hanse("--project", address, *question, "--json")
        assert there.status == here.status, (question, there.err)
        if here.status == 0:
            assert {**there.document, "project": case} == here.document, question


def test_a_large_project_on_a_server_is_asked_without_reading_all_of_it(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What travels is bounded by the answer: nobody asks for every claim."""
    file, address = str(tmp_path / "large.hanse"), f"{server}/large"
    assert hanse("new", file, "--synthetic", "200").status == 0
    push(file, address)
    monkeypatch.setattr(engine, "LARGE", 0)
    monkeypatch.setattr(Neo4jStore, "claims", _some_claims)
    everybody = [
        row["id"] for row in hanse("--project", file, "clusters", "--json").document["clusters"]
    ]
    questions = (
        ("candidates",),
        ("reach",),
        ("clusters",),
        ("show", everybody[3]),
        ("path", everybody[3], everybody[7]),
        ("evaluate", "--candidates", ",".join(everybody[:5])),
    )

    for question in questions:
        here = hanse("--project", file, *question, "--json")
        there = hanse("--project", address, *question, "--json")
        assert there.status == here.status, (question, there.err)
        if here.status == 0:
            assert {**there.document, "project": file} == here.document, question


def _some_claims(self: Neo4jStore, *, of: Iterable[str] | None = None) -> Iterator[Claim]:
    if of is None:
        raise AssertionError("every claim was asked for")
    return claims_in(self._connection, self._snapshot().loads, of=of)
