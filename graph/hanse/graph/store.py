"""The port through which a project is kept, and what travels through it.

A store keeps claims, sources, definitions (chains, guides, rules), settings and the rows that
were put aside, each under the *origin* that brought it: a file, a case, a person's decision.
Writing an origin again replaces what it brought before, so that an import can be repeated.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from hanse.graph.claims import Claim
from hanse.graph.model import Settings, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAside:
    """A row that could not be read: where it stands, what it says, why, and what to do."""

    file: str
    reason: str
    remedy: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A chain, a guide or rules, as text that people write (TOML)."""

    kind: str
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What one origin brings. Claims may be any iterable; it is read once."""

    origin: str
    claims: Iterable[Claim] = ()
    sources: tuple[Source, ...] = ()
    definitions: tuple[Definition, ...] = ()
    put_aside: tuple[PutAside, ...] = ()
    settings: Settings | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a write did: claims new to the project, gone from it, and there before.

    ``differs_otherwise``: sources, definitions, settings, rows put aside or the origin itself
    are not what they were.
    """

    added: int = 0
    removed: int = 0
    unchanged: int = 0
    differs_otherwise: bool = False

    @property
    def has_changed(self) -> bool:
        """Say whether the project differs from what it was."""
        return bool(self.added or self.removed or self.differs_otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What was brought, how many rows it had, and when it was written."""

    name: str
    rows: int
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything a project holds except its claims; small at any size of the graph."""

    sources: tuple[Source, ...] = ()
    definitions: tuple[Definition, ...] = ()
    put_aside: tuple[PutAside, ...] = ()
    origins: tuple[Origin, ...] = ()
    settings: Settings = field(default_factory=Settings)


class Store(Protocol):
    """Keep a project and hand it back unchanged."""

    @property
    def address(self) -> str:
        """Return where the project is kept, as a person would write it."""
        ...

    @property
    def version(self) -> str:
        """Return a text that differs when, and only when, a write changed the project."""
        ...

    def contents(self) -> Contents:
        """Return everything but the claims."""
        ...

    def claims(self, *, of: Iterable[str] | None = None) -> Iterator[Claim]:
        """Yield the claims, or those ``of`` some subjects, each once, by subject and order."""
        ...

    def intakes(self) -> Iterator[Intake]:
        """Yield what each origin brought, oldest first; the first carries the settings.

        Written into an empty project one by one they make the same project again.
        """
        ...

    def claims_by_source(self) -> Mapping[str, int]:
        """Return how many claims each source makes."""
        ...

    def write(self, intake: Intake) -> Changes:
        """Replace what the intake's origin brought before, all of it or nothing."""
        ...

    def write_all(self, intakes: Sequence[Intake]) -> list[Changes]:
        """Write several intakes in their order: all of them or, if one cannot be read, none."""
        ...

    def close(self) -> None:
        """Let go of the project."""
        ...
