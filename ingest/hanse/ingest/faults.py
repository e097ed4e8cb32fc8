"""Say what is wrong with a text that people wrote: the line, what is wrong, what to do.

All faults of one text are told in one message, in the order of its lines.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NoReturn, get_args

from pydantic import BaseModel

from hanse.graph.errors import BadDefinition
from hanse.ingest.toml_places import Path

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MOST_TOLD: Final = 10  # faults named in one message


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong at one place of a text, and what to do about it."""

    path: Path
    what: str
    remedy: str


def refuse(faults: Iterable[Fault], *, where: str, lines: Mapping[Path, int]) -> None:
    """Raise BadDefinition when there are faults; the first gives the line, all are told."""
    found = list(faults)
    if found:
        refuse_all(found, where=where, lines=lines)


def refuse_all(faults: Sequence[Fault], *, where: str, lines: Mapping[Path, int]) -> NoReturn:
    """Raise BadDefinition for at least one fault."""
    told = sorted(faults, key=lambda fault: (line_of(fault.path, lines), str(fault.path)))
    first, *others = told
    rest = [
        f"line {line_of(fault.path, lines)}: {fault.what}; {fault.remedy}"
        for fault in others[: MOST_TOLD - 1]
    ]
    if len(told) > MOST_TOLD:
        rest.append(f"and {len(told) - MOST_TOLD} more")
    place = f"{where}, line {line_of(first.path, lines)}"
    raise BadDefinition(first.what, where=place, hint="\n  ".join([first.remedy, *rest]))


def line_of(path: Path, lines: Mapping[Path, int]) -> int:
    """Return the line of a path, or of the nearest table around it; 1 when there is none.

    >>> line_of(("stages", 0, "label"), {("stages", 0): 7})
    7
    """
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 1


def repeated(names: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Yield the place of each name that stood before, and the place where it first stood.

    >>> list(repeated(["a", "b", "a"]))
    [(2, 0)]
    """
    first: dict[Hashable, int] = {}
    for place, name in enumerate(names):
        if first.setdefault(name, place) != place:
            yield place, first[name]


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a remedy for a name that is not known: the nearest one, or what is known.

    >>> nearest("wieght", ["id", "weight"])
    "did you mean 'weight'?"
    """
    names = sorted(known)
    near = get_close_matches(name.casefold(), names, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    shown = ", ".join(names[:MOST_TOLD])
    return f"known here: {shown or 'none'}{', ...' if len(names) > MOST_TOLD else ''}"


# -- what pydantic found, in words ---------------------------------------------------------

_KINDS: Final = {
    "string_type": ("text", "put it in quotes"),
    "float_type": ("a number", "write a number without quotes, such as 15 or 0.5"),
    "int_type": ("a whole number", "write a whole number without quotes, such as 5"),
    "int_from_float": ("a whole number", "write a whole number without quotes, such as 5"),
    "bool_type": ("true or false", "write true or false without quotes"),
    "finite_number": ("a finite number", "write a number such as 15 or 0.5"),
    "list_type": ("a list", "put it in brackets: [ ... ]"),
    "dict_type": ("a table", "write key = value lines under a header in brackets"),
    "model_type": ("a table", "write key = value lines under a header in brackets"),
    "unreadable": ("readable text", "write words, without control characters"),
    "string_pattern_mismatch": ("an id", "use small letters, digits and hyphens: clinical-trials"),
    "string_too_long": ("an id", "keep it to 60 characters"),
}
_LIMITS: Final = {
    "greater_than_equal": ("ge", "must not be less than"),
    "greater_than": ("gt", "must be greater than"),
    "less_than_equal": ("le", "must not be greater than"),
    "less_than": ("lt", "must be less than"),
}


def fault_of(error: "ErrorDetails", shape: type[BaseModel]) -> Fault:
    """Return in words what pydantic found at one place of a text in the shape of ``shape``."""
    path = error["loc"][:-1] if error["loc"][-1:] == ("[key]",) else error["loc"]
    what, remedy = _words(error, path, shape)
    return Fault(path=path, what=what, remedy=remedy)


def _words(error: "ErrorDetails", path: Path, shape: type[BaseModel]) -> tuple[str, str]:
    name, kind, context = _named(path), error["type"], error.get("ctx", {})
    match kind:
        case "missing":
            return f"{name} is missing", f"add: {path[-1]} = ..."
        case "extra_forbidden":
            return f"{name} is not known here", nearest(str(path[-1]), _keys(shape, path[:-1]))
        case "too_short":
            return f"{name} must have at least {context['min_length']} entries", "add more"
        case "literal_error":
            return f"{name} cannot be {_shown(error['input'])}", f"write {context['expected']}"
        case _ if kind in _LIMITS:
            key, words = _LIMITS[kind]
            what = f"{name} is {_shown(error['input'])}; it {words} {context[key]:g}"
            return what, "write a number within that limit"
    wanted, remedy = _KINDS.get(kind, (f"otherwise: {error['msg']}", "see a shipped one"))
    return f"{name} must be {wanted}, not {_shown(error['input'])}", remedy


def _named(path: Path) -> str:
    """Return the last key of a path, with its place where it is an item of a list."""
    if len(path) > 1 and isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of {path[-2]!r}"
    return repr(path[-1]) if path else "this"


def _shown(value: object, *, longest: int = 40) -> str:
    """Return a value much as the text holds it, shortened."""
    match value:
        case bool():
            return "true" if value else "false"
        case dict():
            return "a table"
        case list():
            return "a list"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= longest else f"{text[:longest]}..."


def _keys(shape: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that the table at ``path`` takes."""
    place: object = shape
    for part in path:
        # into a field of a table, or into any item of a list or table of tables
        place = _fields(place).get(str(part)) or get_args(place)[-1]
    return list(_fields(place))


def _fields(place: object) -> dict[str, object]:
    if not (isinstance(place, type) and issubclass(place, BaseModel)):
        return {}
    return {field.alias or name: field.annotation for name, field in place.model_fields.items()}
