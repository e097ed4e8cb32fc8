"""What is known by name while tables are read, so that a row may name another thing."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hanse.graph.errors import UnknownName
from hanse.graph.ids import key
from hanse.ingest.rows import CellFault


@dataclass(slots=True)
class Names:
    """Ids by every name they are known by, case, accents and punctuation aside."""

    ids: set[str] = field(default_factory=set)
    by_key: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, thing: str, name: str) -> None:
        """Remember that ``thing`` is called ``name``."""
        self.ids.add(thing)
        for text in (thing, name):
            if text:
                self.by_key.setdefault(key(text), set()).add(thing)

    def find(self, name: str, *, column: str) -> str:
        """Return the id of what is called ``name``.

        Raises
        ------
        CellFault
            When nothing has the name, with the nearest; or several things have it.
        """
        if name in self.ids:
            return name
        found = sorted(self.by_key.get(key(name), ()))
        if len(found) == 1:
            return found[0]
        if found:
            remedy = f"write the id: {' or '.join(found)}"
            raise CellFault("the name fits several", column=column, value=name, remedy=remedy)
        error = UnknownName(name, kind=column, known=self._known())
        remedy = error.hint or "describe it in its own sheet first"
        raise CellFault(error.what, column=column, value=name, remedy=remedy)

    def _known(self) -> Iterator[str]:
        yield from self.ids
        yield from self.by_key
