"""Hand on a project, a list of clusters or an evaluation as a file; its ending picks the format.

docs/formats.md says which formats come back equal, and what the others leave out.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadDefinition, BadInput
from hanse.graph.model import ValueChain
from hanse.ingest.chains import read_chain
from hanse.viz.cluster_lists import cluster_list
from hanse.viz.documents import Document
from hanse.viz.flat_values import Flat, flat
from hanse.viz.folders import HELP, write_folder
from hanse.viz.handing_on import write_whole
from hanse.viz.network_files import NO_SCORES, Scores, gexf, graphml, network, node_link
from hanse.viz.project_tables import HELP_TEXT, ProjectTables, project_tables
from hanse.viz.scorecards import ratings, scorecard
from hanse.viz.session import Session
from hanse.viz.spreadsheets import Sheet, csv_text, workbook

Counts = dict[str, int]
FOLDER: Final = ""  # the ending of a folder of CSV tables
RDF_ENDINGS: Final = (".trig", ".ttl", ".nq", ".jsonld")
# Formats that bring back everything, and those that show the graph as it stands on its day.
TWO_WAY: Final = (FOLDER, ".xlsx", *RDF_ENDINGS)
ONE_WAY: Final = (".gexf", ".graphml", ".json")


def export_graph(
    session: Session, file: Path, *, scores: Scores = NO_SCORES, guard: bool = True
) -> Counts:
    """Write the project, or the network of its graph, and return how much was written.

    Parameters
    ----------
    file
        Ends in .xlsx, .trig, .ttl, .nq or .jsonld, or is a folder of CSV files, which all hold
        every claim; or in .gexf, .graphml or .json, which hold the graph on the session's day.
    scores
        Results to write as properties of the clusters; no table holds them.
    guard
        In CSV, put an apostrophe before a text that a spreadsheet would take for a formula.

    Raises
    ------
    BadInput
        When the ending is of no format, or the file cannot be written.
    """
    ending = _ending(file, (*TWO_WAY, *ONE_WAY))
    if ending in RDF_ENDINGS:
        return _rdf(session, file, ending, scores)
    if ending in ONE_WAY:
        return _network(session, file, ending, scores)
    return _tables(session, file, guard=guard)


def export_clusters(
    session: Session, file: Path, *, scores: Scores = NO_SCORES, guard: bool = True
) -> Counts:
    """Write the cluster organisations as a table, .xlsx or .csv; see :func:`export_graph`."""
    _ending(file, (".xlsx", ".csv"))
    sheet = cluster_list(session.graph, scores)
    write_whole(file, _table_file(file, sheet, guard=guard))
    return {"clusters": len(sheet.rows)}


def export_scorecard(
    session: Session, file: Path, document: Document, *, guard: bool = True
) -> Counts:
    """Write an evaluation, .xlsx or .csv; ``document`` is what ``evaluate --json`` prints.

    A workbook has a second sheet with each rating and where it comes from.
    """
    del session  # the document says everything; the parameter keeps the writers alike
    _ending(file, (".xlsx", ".csv"))
    sheet, each = scorecard(document), ratings(document)
    write_whole(file, _table_file(file, sheet, each, guard=guard))
    return {"candidates": len(sheet.rows), "ratings": len(each.rows)}


def _ending(file: Path, known: tuple[str, ...]) -> str:
    ending = file.suffix.lower()
    if ending in known:
        return ending
    named = [known_ending or "a folder" for known_ending in known]
    hint = f"name a file that ends in {', '.join(named[:-1])} or {named[-1]}"
    raise BadInput(f"{ending or 'a folder'} is not a format for this", where=str(file), hint=hint)


def _table_file(file: Path, sheet: Sheet, *more: Sheet, guard: bool) -> bytes:
    if file.suffix.lower() == ".csv":
        return csv_text(sheet, guard=guard)
    return workbook((sheet, *more))


# -- the graph ---------------------------------------------------------------------------------


def _network(session: Session, file: Path, ending: str, scores: Scores) -> Counts:
    drawn = network(session.graph, scores)
    writers: Mapping[str, Callable[[], bytes]] = {
        ".gexf": lambda: gexf(drawn),
        ".graphml": lambda: graphml(drawn),
        ".json": lambda: node_link(session.graph, scores),
    }
    write_whole(file, writers[ending]())
    return {"nodes": len(drawn.nodes), "ties": len(drawn.ties)}


def _rdf(session: Session, file: Path, ending: str, scores: Scores) -> Counts:
    from hanse.graph.rdf.project import project_quads
    from hanse.graph.rdf.writing import serialise

    claims = list(session.store.claims())
    contents = session.store.contents()
    chains = [chain for d in contents.definitions if d.kind == "chain" for chain in _chain(d.text)]
    quads = project_quads(claims, contents, chains=chains, scores=dict(_flat(scores)))
    write_whole(file, serialise(quads, ending))
    return {"claims": len(claims), "triples": len(quads)}


def _chain(text: str) -> Iterator[ValueChain]:
    """Yield the chain that a text defines; one at fault is handed on as text alone."""
    try:
        yield read_chain(text, where="a chain")
    except BadDefinition:
        return


def _flat(scores: Scores) -> Iterator[tuple[str, dict[str, Flat]]]:
    for thing, values in scores.items():
        yield thing, {n: v for name, value in values.items() for n, v in flat(name, value)}


def _tables(session: Session, file: Path, *, guard: bool) -> Counts:
    is_folder = file.suffix == FOLDER
    claims = list(session.store.claims())
    made = project_tables(claims, session.store.contents(), has_texts=is_folder)
    if not made.sheets and not made.texts:
        hint = "load something first: hanse load FILE"
        raise BadInput("there is nothing to write: the project is empty", hint=hint)
    if is_folder:
        write_folder(file, _files(made, guard=guard), mark=HELP_TEXT.splitlines()[0])
    else:
        write_whole(file, workbook(made.sheets))
    return {"claims": len(claims), "tables": len(made.sheets)}


def _files(made: ProjectTables, *, guard: bool) -> dict[str, bytes]:
    tables = {f"{sheet.name}.csv": csv_text(sheet, guard=guard) for sheet in made.sheets}
    texts = {name: text.encode() for name, text in made.texts.items()}
    return {HELP: HELP_TEXT.encode(), **tables, **texts}
