"""Read the definitions that people write as TOML: guides, chains, rules.

A definition is taken whole or not at all. A text that is too large or too deep is refused
before it is read; a key that nobody knows, a number that is none, a name that leads nowhere is
refused with the line it stands on.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic import ValidationError as NotValid
from pydantic_core import PydanticCustomError

from hanse.graph.errors import BadDefinition
from hanse.ingest.faults import Fault, fault_of, refuse, refuse_all
from hanse.ingest.toml_places import Path, nesting, places

LARGEST: Final = 256 * 1024  # bytes; the guide of the shipped case has fewer than 8 KiB
DEEPEST: Final = 12
SUM_TOLERANCE: Final = 1e-6  # percent points, so that 33.3 + 33.3 + 33.4 is 100

_AT_LINE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_NOT_PRINTED: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_AS_TOML: Final = "write TOML: key = value, text in quotes, lists in brackets"


def _readable(text: str) -> str:
    if not text.strip() or _NOT_PRINTED.search(text):
        raise PydanticCustomError("unreadable", "unreadable text")
    return text


Text = Annotated[str, AfterValidator(_readable)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Percent = Annotated[float, Field(ge=0)]


class Written(BaseModel):
    """A table that people write: its keys are known, its values are what they look like."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


WrittenT = TypeVar("WrittenT", bound=Written)


@dataclass(frozen=True, slots=True, kw_only=True)
class AsWritten(Generic[WrittenT]):
    """What a text says, and where each of its keys stands."""

    says: WrittenT
    where: str
    lines: Mapping[Path, int]

    def refuse(self, faults: Iterable[Fault]) -> None:
        """Raise BadDefinition when there are faults; it tells them in the order of the text."""
        refuse(faults, where=self.where, lines=self.lines)


def read_definition(text: str, shape: type[WrittenT], *, where: str) -> AsWritten[WrittenT]:
    """Return what ``text`` says, in the shape of ``shape``.

    Parameters
    ----------
    text
        TOML, at most 256 KiB.
    shape
        The keys that may stand in it, and what each of them takes.
    where
        Name of the file, for messages.

    Raises
    ------
    BadDefinition
        When the text is too large, is nested too deeply, is not TOML, or does not fit.
    """
    _check_size(text, where=where)
    table = _table(text, where=where)
    lines = places(text)
    try:
        says = shape.model_validate(table)
    except NotValid as refused:
        found = [fault_of(error, shape) for error in refused.errors(include_url=False)]
        refuse_all(found, where=where, lines=lines)
    return AsWritten(says=says, where=where, lines=lines)


def _check_size(text: str, *, where: str) -> None:
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > LARGEST:
        what = f"{size:,} bytes are too many for a definition; {LARGEST:,} are allowed"
        raise BadDefinition(what, where=where, hint="give a guide, a chain or rules, not data")
    depth, line = nesting(text, most=DEEPEST)
    if depth > DEEPEST:
        what = f"lists, tables and dotted keys lie in each other more than {DEEPEST} deep"
        raise BadDefinition(what, where=f"{where}, line {line}", hint=_AS_TOML)


def _table(text: str, *, where: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except ValueError as error:  # a number of too many digits is a plain ValueError
        said = str(error)
    match = _AT_LINE.search(said)
    line = int(match[1]) if match and match[1] else text.count("\n") + 1
    what = f"this is not TOML: {_AT_LINE.sub('', said)}"
    raise BadDefinition(what, where=f"{where}, line {line}", hint=_AS_TOML)
