"""Read RDF that a user brings: a project that Hanse wrote, or a SKOS scheme of somebody else.

All of a file is taken, or nothing: what cannot be read is listed with its place and what to do.
Nothing is fetched, whatever the file refers to.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadDefinition, BadInput
from hanse.graph.model import Settings, Source, ValueChain
from hanse.graph.rdf.parsing import NOT_READ, READ, ParsedFile, parsed
from hanse.graph.rdf.project import is_ours, project_of
from hanse.graph.rdf.scanning import LIMITS, RdfLimits, line_finder
from hanse.graph.rdf.skos import ForeignScheme, foreign_scheme
from hanse.graph.store import Intake, Origin, PutAside
from hanse.ingest.chains import read_chain
from hanse.ingest.foreign_schemes import SchemeReading
from hanse.ingest.formats import format_of
from hanse.ingest.limits import check_file

ENDINGS: Final = tuple(READ)
MOST_NOTED: Final = 8  # properties named in a note


@dataclass(frozen=True, slots=True, kw_only=True)
class RdfFile:
    """What a file of RDF brings.

    ``intake.put_aside`` are the rows that a project had put aside when it was written;
    ``faults`` is what could not be read of this file, each with its place. ``origins`` are
    the imports that the project remembered. ``notes`` say how the file was understood.
    """

    intake: Intake
    format: str
    triples: int
    faults: tuple[PutAside, ...] = ()
    origins: tuple[Origin, ...] = ()
    notes: tuple[str, ...] = ()


def read_rdf(
    path: Path,
    *,
    origin: str | None = None,
    known: Collection[str] | None = None,
    limits: RdfLimits = LIMITS,
) -> RdfFile:
    """Return what a file of RDF brings: a project of Hanse, or a foreign SKOS scheme.

    Parameters
    ----------
    path
        A file that ends in .trig, .nq, .ttl, .nt or .jsonld.
    origin
        What the project calls it; by default the file's name.
    known
        Ids of the project's categories, to check what a foreign scheme is matched with.

    Raises
    ------
    BadInput
        When the file cannot be read at all; what is wrong with single statements is listed in
        ``faults`` instead.
    """
    data = _bytes(path, limits)
    _check_ending(path)
    return read_rdf_bytes(data, path.name, origin=origin, known=known, limits=limits)


def read_rdf_bytes(
    data: bytes,
    name: str,
    *,
    origin: str | None = None,
    known: Collection[str] | None = None,
    limits: RdfLimits = LIMITS,
) -> RdfFile:
    """Return what the bytes of a file called ``name`` bring; see :func:`read_rdf`."""
    ending = Path(name).suffix.lower()
    file = parsed(data, ending, where=name, limits=limits)
    origin = origin or name
    if is_ours(file.quads):
        return _project(file, name, origin)
    return _scheme(file, name, origin, known)


def all_or_nothing(file: RdfFile) -> Intake:
    """Return what a file brings when all of it could be read.

    Raises
    ------
    BadInput
        With the place of the first fault, and how many more there are.
    """
    if not file.faults:
        return file.intake
    first, more = file.faults[0], len(file.faults) - 1
    place = f"{first.file}, line {first.row}" if first.row else first.file
    where = ", ".join(filter(None, (place, first.sheet, first.column)))
    rest = f"\n  and {more} more fault{'' if more == 1 else 's'}" if more else ""
    raise BadInput(first.reason, where=where, hint=f"{first.remedy}{rest}")


def partly(file: RdfFile) -> Intake:
    """Return what could be read of a file, with what could not among the rows put aside."""
    return replace(file.intake, put_aside=(*file.intake.put_aside, *file.faults))


def _check_ending(path: Path) -> None:
    """Refuse a file of another format by its name."""
    if path.suffix.lower() not in (*ENDINGS, *NOT_READ):
        format_of(path)  # refuses what is read nowhere
        hint = f"load it as a table; RDF ends in {', '.join(ENDINGS)}"
        raise BadInput("this is a table, and not RDF", where=path.name, hint=hint)


def _bytes(path: Path, limits: RdfLimits) -> bytes:
    """Return the file's bytes, at most one more than are taken, so that a huge one is not held."""
    check_file(path)
    try:
        with path.open("rb") as file:
            return file.read(limits.file_size + 1)
    except OSError as fault:
        hint = "check that it may be read"
        raise BadInput(fault.strerror or str(fault), where=str(path), hint=hint) from None


def _project(file: ParsedFile, name: str, origin: str) -> RdfFile:
    line = line_finder(file.text)
    found = project_of(file.quads, file=name, line=line, read_chain=_chain)
    contents = found.contents
    intake = Intake(
        origin=origin,
        claims=found.claims,
        sources=contents.sources,
        definitions=contents.definitions,
        put_aside=contents.put_aside,
        settings=None if contents.settings == Settings() else contents.settings,
        rows=len(found.claims),
    )
    return RdfFile(
        intake=intake,
        format=name.rsplit(".", 1)[-1],
        triples=len(file.quads),
        faults=found.put_aside,
        origins=contents.origins,
    )


def _chain(text: str) -> ValueChain | None:
    """Return the chain that a text defines; one that is at fault is told by its lint."""
    try:
        return read_chain(text, where="a chain")
    except BadDefinition:
        return None


def _scheme(file: ParsedFile, name: str, origin: str, known: Collection[str] | None) -> RdfFile:
    foreign = _foreign(file, name)
    source = Source(id=f"file:{name}", title=_title(foreign, name), kind="scheme")
    reading = SchemeReading(scheme=foreign, file=name, source=source.id, known=known)
    claims, faults = reading.read()
    line = line_finder(file.text)
    return RdfFile(
        intake=Intake(origin=origin, claims=claims, sources=(source,), rows=len(foreign.concepts)),
        format=name.rsplit(".", 1)[-1],
        triples=len(file.quads),
        faults=tuple(replace(fault, row=line(fault.sheet or "")) for fault in faults),
        notes=_notes(foreign),
    )


def _foreign(file: ParsedFile, name: str) -> ForeignScheme:
    try:
        foreign = foreign_scheme(file.quads)
    except BadInput as fault:
        raise BadInput(fault.what, where=name, hint=fault.hint) from None
    if not foreign.concepts:
        what = "the file holds neither a project of Hanse nor concepts of a scheme (SKOS)"
        hint = "state claims as docs/rdf.md shows, or concepts as skos:Concept"
        raise BadInput(what, where=name, hint=hint)
    return foreign


def _title(foreign: ForeignScheme, name: str) -> str:
    titles = [title for _, title in sorted(foreign.titles.items()) if title.strip()]
    return " ".join(titles[0].split()) if titles else name


def _notes(foreign: ForeignScheme) -> tuple[str, ...]:
    """Say what else stands in the file, so that nothing is left out in silence."""
    if not foreign.not_read:
        return ()
    counted = [f"{at} ({n})" for at, n in foreign.not_read.items()]
    more = f" and {len(counted) - MOST_NOTED} more" if len(counted) > MOST_NOTED else ""
    return (
        f"not read, for it says nothing of categories: {', '.join(counted[:MOST_NOTED])}{more}",
    )
