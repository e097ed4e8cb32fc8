"""Find things of an index by any name, and say what was meant when none is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from hanse.graph.errors import UnknownName
from hanse.graph.ids import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hanse.graph.index import Index
    from hanse.graph.indexing.ties import Codes

NEAR: Final = 50  # names that a wrong one is compared with; all of a million would take minutes


def find(index: Index, name: str, kinds: Sequence[str]) -> str:
    """Return the id of the one thing of ``kinds`` (none: any) that is called ``name``."""
    code = index.ids.find(name)
    if code is not None and (not kinds or index.kind(code) in kinds):
        return name
    names, things = index.names
    low, high = names.equal_to(key(name))
    found = np.unique(things[low:high])
    found = found[index.are(*kinds)[found]] if kinds else found
    if len(found) == 1:
        return index.ids[int(found[0])]
    raise _unknown(index, name, kinds, found)


def _unknown(index: Index, name: str, kinds: Sequence[str], found: Codes) -> UnknownName:
    kind = kinds[0].replace("_", " ") if kinds else "thing"
    if not len(found):
        return UnknownName(name, kind=kind, known=_near(index, key(name), kinds))
    error = UnknownName(name, kind=kind, known=())
    error.what = f"{name!r} may be {' or '.join(index.ids.some(found))}"
    error.hint = "give the id"
    return error


def _near(index: Index, folded: str, kinds: Sequence[str]) -> list[str]:
    """Return names that begin alike, as far as any do."""
    names, things = index.names
    for length in range(len(folded), 0, -1):
        low, high = names.beginning_with(folded[:length])
        codes = np.unique(things[low : min(high, low + NEAR)])
        codes = codes[index.are(*kinds)[codes]] if kinds else codes
        if len(codes):
            return index.labels.some(codes)
    return []
