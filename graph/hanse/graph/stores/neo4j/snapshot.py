"""What a project refers to at one moment: its loads of claims, its graph, its version."""

from collections.abc import Iterable, Iterator, Mapping
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
    names = ("number", "name", "rows", "written", "load", "digest")
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
        page = {row[0]: row for row in every}
        _check_there(connection, loads)
        for row in sorted(page.values(), key=lambda row: (row[1], row[2], row[0])):
            yield _claim(row, connection.where)


def claims_in_brief(
    connection: Connection, loads: list[str], *, of: Iterable[str], predicates: list[str]
) -> Iterator[Claim]:
    """Yield the claims on some subjects that use some relations and attributes only."""
    for subjects in _pages(connection, loads, of):
        given = {"loads": loads, "subjects": subjects, "predicates": predicates}
        (every,) = connection.read("claims_of_some", **given)[0]
        _check_there(connection, loads)
        for _, row in sorted({row[0]: row for row in every}.items()):
            yield _claim(row, connection.where)


def subjects_in(connection: Connection, loads: list[str]) -> list[str]:
    """Return everything of which some loads say anything, in order."""
    (counted,) = connection.read("claims_subjects", loads=loads)[0]
    return sorted(str(subject) for subject, _ in counted)


def claims_stating(connection: Connection, loads: list[str], predicate: str) -> list[Claim]:
    """Return the claims that use one relation or attribute, each once."""
    (every,) = connection.read("claims_stating", loads=loads, predicate=predicate)[0]
    return [_claim(row, connection.where) for _, row in sorted({r[0]: r for r in every}.items())]


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
    if connection.read("generations_there", ids=loads)[0][0] != len(set(loads)):
        what = "the project was written to while it was being read"
        raise ProjectInUse(what, where=connection.where, hint="ask again")


def _claim(row: Row, where: str) -> Claim:
    try:
        if number_of_row(tuple(row)) == row[0]:
            return from_row(tuple(row))
    except (ValueError, TypeError):
        pass
    what = f"the project is damaged (a claim on {row[1]!r} is not as it was written)"
    raise DamagedProject(what, where=where, hint="push it again from its file")


def by_source(connection: Connection, loads: list[str]) -> Mapping[str, int]:
    """Return how many claims each source makes, each claim once."""
    counted = connection.read("claims_by_source", loads=loads)
    return dict(sorted((str(source), int(many)) for source, many in counted))
