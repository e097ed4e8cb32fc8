"""What a project refers to at one moment: its loads of claims, its graph, its version."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.errors import DamagedProject, ProjectInUse, UnknownName
from hanse.graph.stores.neo4j.connection import Connection, Row
from hanse.graph.stores.rows import from_row, number_of_row

PAGE: Final = 5000  # claims read at a time
ASKED: Final = 500  # subjects asked for at a time, where some are asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtBy:
    """An origin: its number, and the load in which its claims are kept."""

    number: int
    name: str
    rows: int
    written: str
    load: str
    digest: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A project as a reader sees it; a write makes another one."""

    version: str
    settings: str
    graph: str | None
    writes: int
    origins: tuple[BroughtBy, ...]

    @property
    def loads(self) -> list[str]:
        """Return the loads that hold the claims."""
        return [origin.load for origin in self.origins]

    @property
    def live(self) -> list[str]:
        """Return all that the project refers to."""
        return [*self.loads, *([self.graph] if self.graph else [])]

    def origin(self, name: str) -> BroughtBy | None:
        """Return the origin of this name, if it brought anything."""
        return next((origin for origin in self.origins if origin.name == name), None)


def snapshot(connection: Connection, project: str) -> Snapshot:
    """Read what a project refers to; it is of one moment.

    Raises
    ------
    UnknownName
        When the database holds no such project.
    """
    while True:
        found = connection.read("project_read", project=project)
        if not found:
            known = [str(row[0]) for row in connection.read("project_names")]
            raise UnknownName(project, kind="project in this database", known=known)
        origins = connection.read("origins_read", project=project)
        if connection.read("project_read", project=project) == found:
            return _snapshot(found[0], origins)


def _snapshot(row: Row, origins: Iterable[Row]) -> Snapshot:
    version, settings, graph, writes = row
    names = ("number", "name", "rows", "written", "load", "digest", "claims")
    brought = tuple(BroughtBy(**dict(zip(names, one, strict=True))) for one in origins)
    return Snapshot(version=version, settings=settings, graph=graph, writes=writes, origins=brought)


def claims_in(
    connection: Connection, loads: list[str], *, of: Iterable[str] | None = None
) -> Iterator[Claim]:
    """Yield the claims of some loads, each once, by subject and order, a page at a time.

    Raises
    ------
    ProjectInUse
        When the project was written to twice meanwhile, so that what is read is gone.
    DamagedProject
        When a claim is not the one that was written.
    """
    for subjects in _pages(connection, loads, of):
        (every,) = connection.read("claims_of", loads=loads, subjects=subjects)[0]
        page = _rows(every, connection.where)
        _check_there(connection, loads)
        for row in sorted(page, key=lambda row: (row[1], row[2], row[0])):
            yield _claim(row, connection.where)


def claims_of_part(
    connection: Connection,
    loads: list[str],
    whole: Sequence[str],
    brief: Sequence[str],
    predicates: Sequence[str],
) -> tuple[list[Claim], list[Claim]]:
    """Return all claims on some subjects, and those on others that use some ``predicates``.

    Raises
    ------
    ProjectInUse
        When the project was written to twice meanwhile, so that what is read is gone.
    DamagedProject
        When a claim is not the one that was written.
    """
    given = {"whole": whole, "brief": brief, "predicates": predicates}
    every, some, there = connection.read("claims_of_part", loads=loads, **given)[0]
    _demand_all(connection, loads, there)
    pages = (_rows(texts, connection.where) for texts in (every, some))
    ordered = (sorted(page, key=lambda row: (row[1], row[2], row[0])) for page in pages)
    first, second = ([_claim(row, connection.where) for row in page] for page in ordered)
    return first, second


def subjects_in(connection: Connection, loads: list[str]) -> list[str]:
    """Return everything of which some loads say anything, in order."""
    (counted,) = connection.read("claims_subjects", loads=loads)[0]
    return sorted(str(subject) for subject, _ in counted)


def judgements(connection: Connection, loads: list[str]) -> list[Claim]:
    """Return the claims that judge two things to be the same, or not to be, each once."""
    (every,) = connection.read("claims_judging", loads=loads)[0]
    rows = sorted(_rows(every, connection.where), key=lambda row: row[0])
    return [_claim(row, connection.where) for row in rows]


def _rows(texts: Sequence[str], where: str) -> list[Row]:
    """Return claims as their cells, each once: one text a claim travels several times as fast."""
    try:
        return list({row[0]: row for row in json.loads(f"[{','.join(texts)}]")}.values())
    except (ValueError, TypeError, LookupError):
        raise _damaged("a claim", where) from None


def _pages(
    connection: Connection, loads: list[str], of: Iterable[str] | None
) -> Iterator[list[str]]:
    """Yield subjects in order, as many at a time as make a page of claims."""
    if of is not None:
        asked = sorted(set(of))
        for start in range(0, len(asked), ASKED):
            yield asked[start : start + ASKED]
        return
    (counted,) = connection.read("claims_subjects", loads=loads)[0]
    page: list[str] = []
    size = 0
    for subject, many in sorted(counted):
        if page and size + many > PAGE:
            yield page
            page, size = [], 0
        page.append(subject)
        size += many
    if page:
        yield page


def _check_there(connection: Connection, loads: list[str]) -> None:
    _demand_all(connection, loads, connection.read("generations_there", ids=loads)[0][0])


def _demand_all(connection: Connection, loads: list[str], there: object) -> None:
    if there != len(set(loads)):
        what = "the project was written to while it was being read"
        raise ProjectInUse(what, where=connection.where, hint="ask again")


def _claim(row: Row, where: str) -> Claim:
    try:
        if number_of_row(tuple(row)) == row[0]:
            return from_row(tuple(row))
    except (ValueError, TypeError):
        pass
    raise _damaged(f"a claim on {row[1]!r}", where)


def _damaged(what: str, where: str) -> DamagedProject:
    said = f"the project is damaged ({what} is not as it was written)"
    return DamagedProject(said, where=where, hint="push it again from its file")


def by_source(connection: Connection, loads: list[str]) -> Mapping[str, int]:
    """Return how many claims each source makes, each claim once."""
    counted = connection.read("claims_by_source", loads=loads)
    return dict(sorted((str(source), int(many)) for source, many in counted))
