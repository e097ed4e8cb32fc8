"""Damaged text, repaired only with a recorded reason; a conjecture is kept beside the facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypedDict

from hanse.graph.claims import Claim, Status, Value
from hanse.ingest.rows import Row


class Extra(TypedDict, total=False):
    """What records a repair on the claim that it mends."""

    as_written: str | None
    note: str | None
    status: Status


NOTHING: Final[Extra] = {}


@dataclass(slots=True)
class Repairs:
    """Repairs by what they mend: a thing and one of its attributes or scheme columns."""

    rows: dict[tuple[str, str], list[Row]] = field(default_factory=dict)
    guesses: list[Row] = field(default_factory=list)

    def take(self, row: Row) -> None:
        """Take in a row of the table ``repairs``.

        Raises
        ------
        CellFault
            When it does not say what is mended, how, and who says so.
        """
        place = (row.required("subject"), row.required("attribute"))
        status = row.required("status")
        for column in ("value", "source", "locator"):
            row.required(column)
        if status == "conjecture":
            self.guesses.append(row)
        else:
            self.rows.setdefault(place, []).append(row)

    def has(self, subject: str, attribute: str) -> bool:
        """Say whether anything of this is repaired."""
        return (subject, attribute) in self.rows

    def of(
        self, subject: str, attribute: str, values: Sequence[Value]
    ) -> Iterator[tuple[Value, Extra]]:
        """Yield the values as they stand after repair, each with what records the repair.

        A damaged wording is replaced by all that it stands for; a value that is intact but
        was printed in a damaged place is marked only.
        """
        mends = self.rows.get((subject, attribute), [])
        for value in values:
            replaced = [row for row in mends if row.text("as_written") == value]
            if attribute == "name":
                replaced = mends
            marked = [row for row in mends if row.text("value") == value]
            if replaced:
                yield from ((row.required("value"), _record(row)) for row in replaced)
            else:
                yield value, _record(marked[0]) if marked else NOTHING

    def conjectures(self) -> Iterator[Claim]:
        """Yield the guesses, as claims that the graph does not build on."""
        for row in self.guesses:
            attribute = row.required("attribute")
            yield Claim(
                subject=row.required("subject"),
                predicate="alias" if attribute == "name" else attribute,
                value=row.required("value"),
                source=row.required("source"),
                locator=row.required("locator"),
                status="conjecture",
                as_written=row.text("as_written"),
                note=row.text("note"),
            )


def _record(row: Row) -> Extra:
    return {
        "as_written": row.text("as_written"),
        "note": row.text("note"),
        "status": "repaired",
    }
