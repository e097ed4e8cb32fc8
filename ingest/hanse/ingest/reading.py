"""Turn the rows of tables into claims; a row that cannot be read is put aside, never dropped.

Every cell of a row is looked at, so that all its faults are told at once; a row with a fault
yields no claim at all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from hanse.graph.claims import Claim
from hanse.ingest.findings import Findings
from hanse.ingest.learning import Learnt, place_of
from hanse.ingest.passing import Passing
from hanse.ingest.progress import STEP, Progress
from hanse.ingest.row_reading import UNKNOWN_SUBJECT, Context, RowReader
from hanse.ingest.rows import Row
from hanse.ingest.sheets import BY_NAME, Sheet


class Reading:
    """One reading of tables that were learnt: the claims, what was found, what was taken.

    ``taken`` counts the rows that were read without a fault, by the kind of what they
    describe, or by the sheet where they describe nothing new. ``kept`` are the things that
    good rows describe, ``lost`` those that rows put aside describe, with the row.
    """

    def __init__(
        self,
        learnt: Learnt,
        findings: Findings,
        *,
        progress: Progress | None = None,
        totals: Mapping[str, int] | None = None,
    ) -> None:
        self.learnt, self.findings = learnt, findings
        self._context = Context(
            names=learnt.names,
            lexicon=learnt.lexicon.anew(),
            repairs=learnt.repairs,
            passing=Passing(learnt.names),
            findings=findings,
        )
        self.taken: Counter[str] = Counter()
        self.kept: set[str] = set()
        self.lost: dict[str, str] = {}
        self._progress, self._totals = progress, totals or {}

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of all rows, in the order of the tables."""
        for table in self.learnt.tables:
            sheet = BY_NAME.get(table.sheet)
            if sheet is None:
                continue
            for number, row in enumerate(table.rows(self.findings), start=1):
                yield from self._row(row, sheet)
                if self._progress and number % STEP == 0:
                    self._progress(table.file, number, self._totals.get(table.file))
        yield from self.learnt.repairs.conjectures()
        if self.learnt.exact.claims:
            self.taken["claims"] = len(self.learnt.exact.claims)
            yield from self.learnt.exact.claims

    def _row(self, row: Row, sheet: Sheet) -> Sequence[Claim]:
        """Return the claims of one row: all of them, or none and its faults noted."""
        reader = RowReader(self._context, row, sheet)
        claims = reader.claims()
        for fault in sorted(reader.faults, key=row.place_of):
            self.findings.fault(row.put_aside(fault))
        if reader.faults or place_of(row) in self.learnt.barred:
            if sheet.describes and reader.subject != UNKNOWN_SUBJECT:
                self.lost[reader.subject] = f"row {row.number} of {row.file}"
            return ()
        self.taken[reader.kind or sheet.name] += 1
        if sheet.describes:
            self.kept.add(reader.subject)
            linking = self.learnt.names.linking
            return [*claims, *linking.added(row, claims, self.findings)] if linking else claims
        return claims
