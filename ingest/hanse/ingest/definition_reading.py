"""Read a guide or a chain for a check: what can be understood, every fault, and the lines.

A definition that is refused elsewhere is described here, fault by fault, with a code:

===============  ================================================================================
not-toml         the text is too large, nested too deeply, or no TOML
missing-key      something that must be there is not
unknown-key      something is there that nobody knows
wrong-value      a value is none of those that may stand there
contradiction    two parts that are in order by themselves do not fit together
===============  ================================================================================
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from pydantic import ValidationError as NotValid

from hanse.graph.errors import BadDefinition
from hanse.graph.model import Guide, ValueChain
from hanse.ingest.assumptions import AssumptionAsWritten
from hanse.ingest.chains import ChainAsWritten, chain_faults, read_chain
from hanse.ingest.definitions import Written, WrittenT
from hanse.ingest.faults import Fault, fault_of, line_of
from hanse.ingest.guide_faults import faults
from hanse.ingest.guides import GuideAsWritten, read_guide
from hanse.ingest.rules_faults import faults as rules_faults
from hanse.ingest.rules_written import RulesAsWritten
from hanse.ingest.toml_places import Path, places
from hanse.ingest.toml_text import read_toml

_KINDS: Final = {"missing": "missing-key", "extra_forbidden": "unknown-key"}
_LINE: Final = re.compile(r", line (\d+)$")

# What each kind of definition looks like, and what may contradict itself in it.
_SHAPES: Mapping[str, tuple[type[Written], Callable[..., Iterator[Fault]]]] = {
    "chain": (ChainAsWritten, chain_faults),
    "guide": (GuideAsWritten, faults),
    "rules": (RulesAsWritten, rules_faults),
    "assumption": (AssumptionAsWritten, lambda _: iter(())),
}

DefinitionT = TypeVar("DefinitionT", Guide, ValueChain)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedFault:
    """A fault with its code and the line it stands on."""

    code: str
    line: int
    what: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood(Generic[DefinitionT]):
    """What a text says: the definition, or ``None`` with the faults that forbid it.

    ``id`` is empty where the text names none.
    """

    id: str
    definition: DefinitionT | None
    faults: tuple[CodedFault, ...] = ()
    lines: Mapping[Path, int] = field(default_factory=dict)
    scales: tuple[str, ...] = ()

    def line(self, path: Path) -> int:
        """Return the line of a place in the definition.

        The scale of a criterion leads to where the scale is written; ``("criteria", 0,
        "scale", "bands", 1)`` is the line of that band.
        """
        match path:
            case ("criteria", int(place), "scale", _, *_):
                path = ("scales", self.scales[place], *path[3:])
        return line_of(path, self.lines)


def understand_guide(text: str, *, where: str) -> Understood[Guide]:
    """Return what can be understood of a guide; weights need not add up."""
    table, broken = _table(text, where=where)
    if broken:
        return Understood(id="", definition=None, faults=broken)
    lines, named = places(text), _id(table)
    written, found = _shaped(table, GuideAsWritten, faults)
    told = _told(found, lines)
    if told or written is None:
        return Understood(id=named, definition=None, faults=told, lines=lines)
    scales = tuple(criterion.scale for criterion in written.criteria)
    guide = read_guide(text, where=where, for_evaluation=False)
    return Understood(id=named, definition=guide, lines=lines, scales=scales)


def understand_chain(text: str, *, where: str) -> Understood[ValueChain]:
    """Return what can be understood of a chain."""
    table, broken = _table(text, where=where)
    if broken:
        return Understood(id="", definition=None, faults=broken)
    lines, named = places(text), _id(table)
    _, found = _shaped(table, ChainAsWritten, chain_faults)
    told = _told(found, lines)
    chain = None if told else read_chain(text, where=where)
    return Understood(id=named, definition=chain, faults=told, lines=lines)


def faults_of(kind: str, text: str, *, where: str) -> tuple[CodedFault, ...]:
    """Return every fault of a definition of this kind: chain, guide, rules or assumption."""
    table, broken = _table(text, where=where)
    if broken:
        return broken
    shape, check = _SHAPES[kind]
    _, found = _shaped(table, shape, check)
    return _told(found, places(text))


def _table(text: str, *, where: str) -> tuple[dict[str, object], tuple[CodedFault, ...]]:
    try:
        return read_toml(text, where=where), ()
    except BadDefinition as fault:
        found = _LINE.search(fault.where)
        line = int(found[1]) if found else 1
        return {}, (CodedFault(code="not-toml", line=line, what=fault.what, remedy=fault.hint),)


def _id(table: Mapping[str, object]) -> str:
    named = table.get("id")
    return named if isinstance(named, str) else ""


def _shaped(
    table: Mapping[str, object],
    shape: type[WrittenT],
    check: Callable[[WrittenT], Iterator[Fault]],
) -> tuple[WrittenT | None, list[tuple[str, Fault]]]:
    """Return the table in its shape, or the faults of it, each with its code."""
    try:
        written = shape.model_validate(table)
    except NotValid as refused:
        errors = refused.errors(include_url=False)
        return None, [(_KINDS.get(e["type"], "wrong-value"), fault_of(e, shape)) for e in errors]
    return written, [("contradiction", fault) for fault in check(written)]


def _told(found: list[tuple[str, Fault]], lines: Mapping[Path, int]) -> tuple[CodedFault, ...]:
    told = [
        CodedFault(code=code, line=line_of(f.path, lines), what=f.what, remedy=f.remedy)
        for code, f in found
    ]
    return tuple(sorted(told, key=lambda fault: (fault.line, fault.code, fault.what)))
