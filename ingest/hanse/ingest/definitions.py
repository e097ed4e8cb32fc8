"""Read the definitions that people write as TOML: guides, chains, rules.

A definition is taken whole or not at all. A key that nobody knows, a number that is none, a
name that leads nowhere is refused with the line it stands on.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic import ValidationError as NotValid
from pydantic_core import PydanticCustomError

from hanse.ingest.faults import Fault, fault_of, refuse, refuse_all
from hanse.ingest.toml_places import Path, places
from hanse.ingest.toml_text import read_toml

SUM_TOLERANCE: Final = 1e-6  # percent points, so that 33.3 + 33.3 + 33.4 is 100

_NOT_PRINTED: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


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
    table = read_toml(text, where=where)
    lines = places(text)
    try:
        says = shape.model_validate(table)
    except NotValid as refused:
        found = [fault_of(error, shape) for error in refused.errors(include_url=False)]
        refuse_all(found, where=where, lines=lines)
    return AsWritten(says=says, where=where, lines=lines)
