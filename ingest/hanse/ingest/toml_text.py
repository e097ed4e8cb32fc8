"""Read TOML that people write, of bounded size and depth, with the line of every fault.

The standard reader knows no bounds: lists that lie deep in each other exhaust it, and a long
dotted key takes it minutes. Both are refused before it is asked.
"""

import re
import tomllib
from typing import Final

from hanse.graph.errors import BadDefinition
from hanse.ingest.toml_places import nesting

LARGEST: Final = 256 * 1024  # bytes; the guide of the shipped case has fewer than 8 KiB
DEEPEST: Final = 12

_AT_LINE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_MANY_DIGITS: Final = re.compile(r"[0-9_]{4300}")
_AS_TOML: Final = "write TOML: key = value, text in quotes, lists in brackets"


def read_toml(text: str, *, where: str) -> dict[str, object]:
    """Return the table that ``text`` writes down.

    Raises
    ------
    BadDefinition
        When it is larger than 256 KiB, nested more than 12 deep, or not TOML.

    Examples
    --------
    >>> read_toml("a = 1", where="a.toml")
    {'a': 1}
    >>> read_toml("a: 1", where="a.toml")
    Traceback (most recent call last):
    hanse.graph.errors.BadDefinition: a.toml, line 1: this is not TOML: Expected '=' after a key in a key/value pair
      hint: write TOML: key = value, text in quotes, lists in brackets
    """  # noqa: E501
    _check_size(text, where=where)
    try:
        return tomllib.loads(text)
    except ValueError as error:
        said, line = _said(str(error), text)
    raise BadDefinition(f"this is not TOML: {said}", where=f"{where}, line {line}", hint=_AS_TOML)


def _check_size(text: str, *, where: str) -> None:
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        what = f"this is too large for a definition; {LARGEST:,} bytes are allowed"
        raise BadDefinition(what, where=where, hint="give a guide, a chain or rules, not data")
    depth, line = nesting(text, most=DEEPEST)
    if depth > DEEPEST:
        what = f"lists, tables and dotted keys lie in each other more than {DEEPEST} deep"
        raise BadDefinition(what, where=f"{where}, line {line}", hint=_AS_TOML)


def _said(message: str, text: str) -> tuple[str, int]:
    """Return what the reader of TOML found, and the line."""
    digits = _MANY_DIGITS.search(text)
    if digits and "digits" in message:  # the limit of Python, told without a place
        return "a number has too many digits", text.count("\n", 0, digits.start()) + 1
    match = _AT_LINE.search(message)
    line = int(match[1]) if match and match[1] else text.count("\n") + 1
    return _AT_LINE.sub("", message), line
