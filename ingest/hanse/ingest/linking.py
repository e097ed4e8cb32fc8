"""What a project knows already, while tables are loaded into it.

A row that certainly means a known cluster is linked to it, by a claim that says why and can be
taken back with ``hanse review``. A row whose name only makes the id of something else is kept
apart from that. A name that changes from one import to the next stays as a former name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Self

from hanse.graph.claims import Claim
from hanse.graph.errors import UserMistake
from hanse.graph.ids import key, slug
from hanse.graph.merging import JUDGEMENTS, judged_same
from hanse.graph.store import Store
from hanse.ingest.countries import read_country
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.identity import KIND, Known, organisations
from hanse.ingest.rows import Row

FORMER: Final = "former_name"


class Linking:
    """The clusters of a project that others told of, and the names of everything."""

    def __init__(self, claims: Iterable[Claim], *, own: frozenset[str]) -> None:
        self._own = own
        self._kinds: dict[str, set[str]] = defaultdict(set)
        self._named: dict[str, list[Claim]] = defaultdict(list)
        self._judged: list[Claim] = []
        known = organisations(self._told_by_others(claims))
        self._clusters = {organisation.id: organisation for organisation in known}
        self._known = Known(known, merged=judged_same(self._judged))
        self._apart = {
            frozenset((c.subject, c.other))
            for c in self._judged
            if c.predicate == "different_from" and c.is_fact
        }

    @classmethod
    def of_store(cls, store: Store, *, files: Iterable[str]) -> Self:
        """Return what a project knows beside what was loaded from ``files`` before."""
        return cls(store.claims(), own=frozenset(f"file:{file}" for file in files))

    def _told_by_others(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        for claim in claims:
            is_own = claim.source in self._own
            if claim.predicate in JUDGEMENTS and not is_own:
                self._judged.append(claim)
            if claim.predicate == "name" or claim.role == FORMER:
                self._named[claim.subject].append(claim)
            if is_own:
                continue
            if claim.predicate == "kind" and claim.is_fact:
                self._kinds[claim.subject].add(str(claim.value))
            yield claim

    def own_id(self, made: str, row: Row, kind: str | None) -> str:
        """Return the id for a cluster whose row gives none: the one made of its name, if free.

        It is not free when others use it for another kind of thing, or for a cluster that is
        not stated to be in the same country.
        """
        if kind != KIND or made not in self._kinds or self._may_be(made, row):
            return made
        country = _code(row.text("country"))
        return f"{slug(made)}-{country.lower()}" if country else f"{KIND}:{made}"

    def _may_be(self, made: str, row: Row) -> bool:
        if made not in self._clusters:
            return False
        known, country = self._clusters[made].countries, _code(row.text("country"))
        return country in known if known else country is None

    def added(self, row: Row, claims: Sequence[Claim], findings: Findings) -> list[Claim]:
        """Return what is to be said besides of the thing that the claims of a row describe."""
        subject = claims[0].subject
        former = list(self._former(subject, claims))
        link = self._link(subject, claims)
        if link is None:
            return former
        text = f"linked to {link.other}: {link.note}; 'hanse review' can part them"
        remark = Remark(file=row.file, sheet=row.sheet, row=row.number,
                        column=row.title("name"), value=row.text("name"), text=text)  # fmt: skip
        findings.remark(remark)
        return [*former, link]

    def _link(self, subject: str, claims: Sequence[Claim]) -> Claim | None:
        """Return the claim that links a row to the one known cluster that is identical."""
        if claims[0].value != KIND or not self._clusters or subject in self._clusters:
            return None
        (asked,) = organisations(c for c in claims if c.subject == subject)
        found = self._known.same(asked)
        if found is None or frozenset((subject, found.id)) in self._apart or found.id == subject:
            return None
        return replace(
            claims[0],
            predicate="same_as",
            value=found.id,
            status="assumption",
            as_written=None,
            note=found.reason,
        )

    def _former(self, subject: str, claims: Sequence[Claim]) -> Iterator[Claim]:
        """Yield the names that the same source gave to the thing before."""
        if subject not in self._named:  # most rows of a large file
            return
        names = {key(str(c.value)) for c in claims if c.predicate in ("name", "alias")}
        sources = {c.source for c in claims if c.predicate == "name"}
        for said in self._named[subject]:
            if said.source in sources and key(str(said.value)) not in names:
                yield replace(said, predicate="alias", role=FORMER)


def _code(country: str | None) -> str | None:
    try:
        return read_country(country) if country else None
    except UserMistake:
        return None  # told when the row is read
