"""Files handed on: what is two-way comes back equal, and what is not says so."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests import strategies
from tests.builders import claim, cluster, intake, partnership

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.model import Settings, Source
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Contents, Definition, Intake, PutAside
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import SHIPPED, shipped
from hanse.ingest.exact_tables import exact_tables
from hanse.ingest.findings import Findings
from hanse.ingest.folder import csv_sheet, open_folder, open_tables
from hanse.ingest.learning import learn
from hanse.ingest.names import Names
from hanse.ingest.rdf import all_or_nothing, read_rdf
from hanse.ingest.reading import Reading
from hanse.ingest.workbook import workbook_grids
from hanse.viz.exports import (
    ONE_WAY,
    TWO_WAY,
    export_clusters,
    export_graph,
    export_scorecard,
)
from hanse.viz.session import Session

DOCS = Path(__file__).parents[2] / "docs"
ENDINGS = [ending or "folder" for ending in TWO_WAY]
CHAIN = Definition(kind="chain", id="light", text='id = "light"\nlabel = "Light"\n')
BROUGHT = intake(
    [
        *cluster("BIOCAT", country="ES", categories={"technology_field": ["Optics"]}),
        *partnership("LASER-GO", members=["biocat"]),
        claim("biocat", "alias", "=HYPERLINK(1)"),
        claim("biocat", "alias", "nul\x00inside", role=""),
        claim("biocat", "works_with", "nobody", context="if asked", since="2016"),
    ],
    settings=Settings(title="Mine", alliance="laser-go", trust=("b", "a")),
    definitions=[CHAIN, Definition(kind="guide", id="a/b", text="odd\r\n")],
)
HELD = replace(
    BROUGHT,
    sources=(*BROUGHT.sources, Source(id="=1", title="", date="soon")),
    put_aside=(
        PutAside(file="old.csv", row=3, column="name", reason="empty", remedy="fill it in"),
    ),
)


def session(*intakes: Intake) -> Session:
    store = SqliteStore.in_memory(intakes, address="test")
    return Session(store, PartnershipGraph.of(store))


def exactly(claims: Sequence[Claim]) -> set[tuple[int, str]]:
    return {(claim.id, repr(claim)) for claim in claims}


def read_back(path: Path) -> tuple[list[Claim], Contents]:
    """Read what was exported as loading it does."""
    if path.suffix not in ("", ".xlsx"):
        brought = all_or_nothing(read_rdf(path))
        return list(brought.claims), Contents(
            sources=brought.sources, definitions=brought.definitions,
            put_aside=brought.put_aside, settings=brought.settings or Settings(),
        )  # fmt: skip
    findings, names = Findings(), Names()
    grids = (
        workbook_grids(path) if path.suffix else [csv_sheet(f) for f in sorted(path.glob("*.csv"))]
    )
    exact, others = exact_tables(grids)
    exact.teach(names)
    learnt = learn(open_tables(others, findings), names=names, findings=findings)
    claims = [*exact.claims, *Reading(learnt, findings).claims()]
    folder = None if path.suffix else open_folder(path, Findings())
    assert [*exact.faults, *findings.faults] == []
    sources = {s.id: s for s in (*learnt.sources, *exact.sources)}
    definitions = [*exact.definitions, *(folder.definitions if folder else ())]
    return claims, Contents(
        sources=tuple(sources[name] for name in sorted(sources)),
        definitions=tuple(sorted(definitions, key=lambda d: (d.kind, d.id))),
        put_aside=tuple(exact.put_aside),
        settings=exact.settings or (folder and folder.settings) or Settings(),
    )


def assert_comes_back(asked: Session, path: Path) -> None:
    export_graph(asked, path)

    claims, contents = read_back(path)

    held = asked.store.contents()
    assert exactly(claims) == exactly(list(asked.store.claims()))
    assert contents == replace(held, origins=())


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_project_comes_back_equal(ending: str, tmp_path: Path) -> None:
    assert_comes_back(session(HELD), tmp_path / f"out{ending}".replace("folder", ""))


@pytest.mark.parametrize("ending", ["folder", ".xlsx", ".trig"])
@pytest.mark.parametrize("case", SHIPPED)
def test_every_shipped_case_comes_back_equal(case: str, ending: str, tmp_path: Path) -> None:
    asked = session(*shipped(case))

    assert_comes_back(asked, tmp_path / f"out{ending}".replace("folder", ""))


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(strategies.claims(), min_size=1, max_size=4))
def test_any_claims_come_back_equal(ending: str, tmp_path: Path, claims: list[Claim]) -> None:
    assert_comes_back(session(intake(claims)), tmp_path / f"out{ending}".replace("folder", ""))


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_project_is_a_file_too(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"out{ending}".replace("folder", "")
    if ending in ("folder", ".xlsx"):
        with pytest.raises(BadInput, match="there is nothing to write"):
            export_graph(session(), path)
        return

    assert export_graph(session(), path)["claims"] == 0


@pytest.mark.parametrize(
    "ending", [e for e in ENDINGS if e not in ("folder", ".xlsx")] + [*ONE_WAY]
)
def test_the_same_project_gives_the_same_file(ending: str, tmp_path: Path) -> None:
    asked, written = session(HELD), []
    for name in ("a", "b"):
        export_graph(asked, tmp_path / f"{name}{ending}")
        written.append((tmp_path / f"{name}{ending}").read_bytes())

    assert written[0] == written[1]


def test_no_cell_of_a_folder_is_a_formula(tmp_path: Path) -> None:
    export_graph(session(HELD), tmp_path / "out")

    cells = [
        cell
        for file in (tmp_path / "out").glob("*.csv")
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8"), newline=""))
        for cell in row
    ]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    export_graph(session(HELD), tmp_path / "out.xlsx")

    book = load_workbook(tmp_path / "out.xlsx")
    kinds = {cell.data_type for page in book for row in page for cell in row if cell.value}
    assert kinds == {"s"}


@pytest.mark.parametrize("ending", ONE_WAY)
def test_a_network_says_how_much_it_holds(ending: str, tmp_path: Path) -> None:
    counts = export_graph(session(HELD), tmp_path / f"x{ending}", scores={"biocat": {"fit": 0.5}})

    assert counts == {"nodes": 3, "ties": 2}
    assert b"fit" in (tmp_path / f"x{ending}").read_bytes()


def test_scores_are_written_into_rdf_and_are_not_read_as_claims(tmp_path: Path) -> None:
    scores = {"biocat": {"fit": {"low": 0.4, "high": None}}}
    export_graph(session(BROUGHT), tmp_path / "x.ttl", scores=scores)

    assert b"score:fit_low" in (tmp_path / "x.ttl").read_bytes()
    assert exactly(read_back(tmp_path / "x.ttl")[0]) == exactly(list(BROUGHT.claims))


def test_clusters_are_handed_on_as_a_workbook_or_as_csv(tmp_path: Path) -> None:
    for ending in (".xlsx", ".csv"):
        assert export_clusters(session(BROUGHT), tmp_path / f"c{ending}") == {"clusters": 1}

    page = load_workbook(tmp_path / "c.xlsx")["clusters"]
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert [cell.value for cell in page[1]] == rows[0]
    assert (page["A2"].value, rows[1][0]) == ("biocat", "biocat")


def test_a_text_like_a_formula_is_guarded_unless_that_is_switched_off(tmp_path: Path) -> None:
    named = session(intake(cluster("=1+1", id="a")))
    for guard, name in ((True, "'=1+1"), (False, "=1+1")):
        export_clusters(named, tmp_path / "c.csv", guard=guard)
        assert f",{name}," in (tmp_path / "c.csv").read_text(encoding="utf-8")


def test_a_scorecard_has_its_ratings_on_a_second_sheet(tmp_path: Path) -> None:
    ratings: dict[str, object] = {
        "size": {"low": None, "high": None, "note": "blank", "evidence": []}
    }
    candidate = {"id": "biocat", "name": "BIOCAT", "groups": {}, "ratings": ratings}
    document: dict[str, object] = {"criteria": [], "candidates": [candidate]}

    counts = export_scorecard(session(BROUGHT), tmp_path / "s.xlsx", document)

    assert counts == {"candidates": 1, "ratings": 1}
    assert load_workbook(tmp_path / "s.xlsx").sheetnames == ["scorecard", "ratings"]
    export_scorecard(session(BROUGHT), tmp_path / "s.csv", document)
    assert (tmp_path / "s.csv").read_text(encoding="utf-8").startswith("id,name")


@pytest.mark.parametrize("name", ["x.rdf", "x.docx", "x.graphml.zip"])
def test_an_ending_of_no_format_is_refused_with_those_there_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is not a format for this") as fault:
        export_graph(session(BROUGHT), tmp_path / name)

    assert all(ending in fault.value.hint for ending in (".gexf", ".trig", "a folder"))
    assert list(tmp_path.iterdir()) == []


def test_a_table_of_clusters_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="a folder is not a format for this"):
        export_clusters(session(BROUGHT), tmp_path / "clusters")


@pytest.mark.parametrize("ending", [".ttl", ".xlsx", ".gexf"])
def test_a_file_that_cannot_be_written_leaves_nothing_behind(ending: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        export_graph(session(BROUGHT), tmp_path / "nowhere" / f"x{ending}")

    assert list(tmp_path.iterdir()) == []


def test_node_link_json_is_one_document(tmp_path: Path) -> None:
    export_graph(session(BROUGHT), tmp_path / "x.json")

    assert json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))["multigraph"] is True


@pytest.mark.parametrize("ending", [*filter(None, TWO_WAY), *ONE_WAY])
def test_every_format_is_described(ending: str) -> None:
    assert f"`{ending}`" in (DOCS / "formats.md").read_text(encoding="utf-8")
