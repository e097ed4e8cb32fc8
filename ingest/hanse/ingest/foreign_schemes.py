"""A classification that somebody else made, as categories of a scheme of its own.

Schemes are never merged: a concept becomes a category of its own scheme even where one of ours
has the same label. Where the file itself says that a concept is, exactly or closely, one of
ours, that is kept as a claim of the file.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from hanse.graph.claims import Claim, Value
from hanse.graph.errors import UserMistake
from hanse.graph.ids import category_id, slug
from hanse.graph.rdf.skos import Concept, ForeignScheme, best, own_id
from hanse.graph.store import PutAside

_SHOWN: Final = 120  # characters of a label that a message repeats


class ConceptFault(UserMistake):
    """A concept that cannot become a category; ``value`` is what stands there."""

    def __init__(self, reason: str, *, value: str, hint: str) -> None:
        self.value = value
        super().__init__(reason, hint=hint)


@dataclass(slots=True)
class SchemeReading:
    """The state of one reading of a foreign scheme.

    Parameters
    ----------
    scheme
        What the file says.
    file, source
        Name of the file, and the id of the source that its claims name.
    known
        Ids of the project's categories; ``None`` when they are not known, so that any id is
        taken.
    """

    scheme: ForeignScheme
    file: str
    source: str
    known: Collection[str] | None = None

    def read(self) -> tuple[list[Claim], list[PutAside]]:
        """Return the claims of all concepts, and the concepts that cannot be read."""
        ids, faults = self._ids()
        claims: list[Claim] = []
        for concept in self.scheme.concepts:
            try:
                if concept.iri in ids:
                    claims += list(self._claims(concept, ids))
            except UserMistake as fault:
                faults.append(self._put_aside(concept, fault))
        return claims, faults

    def _ids(self) -> tuple[dict[str, str], list[PutAside]]:
        """Return the category of each concept by its IRI; the label makes the id."""
        ids: dict[str, str] = {}
        taken: set[str] = set()
        faults = []
        for concept in self.scheme.concepts:
            try:
                iri, name = _iri(concept), _name(concept)
            except UserMistake as fault:
                faults.append(self._put_aside(concept, fault))
                continue
            category = category_id(self._scheme_of(concept), name)
            if category in taken:  # another concept of this label in this scheme
                category = category_id(self._scheme_of(concept), f"{name} {_end(iri)}")
            ids[iri] = category
            taken.add(category)
        return ids, faults

    def _scheme_of(self, concept: Concept) -> str:
        """Return the scheme's id: of its IRI, which no two schemes share, or of the file's name."""
        named = concept.schemes or tuple(sorted(self.scheme.titles))
        return slug(_without_protocol(named[0]) if named else self.file.rsplit(".", 1)[0])

    def _claims(self, concept: Concept, ids: Mapping[str, str]) -> Iterator[Claim]:
        iri, name = _iri(concept), _name(concept)
        yield self._claim(concept, ids[iri], "kind", "category")
        yield self._claim(concept, ids[iri], "name", name)
        yield self._claim(concept, ids[iri], "scheme", self._scheme_of(concept))
        for language, label in dict.fromkeys((*concept.labels, *concept.other_labels)):
            if label != name:
                role = "translation" if language.split("-")[0] not in ("", "en") else "spelling"
                yield self._claim(concept, ids[iri], "alias", _readable(label), role=role)
        if concept.notes:
            yield self._claim(concept, ids[iri], "remark", _readable(best(concept.notes)))
        for wider in concept.broader:
            if wider in ids:
                yield self._claim(concept, ids[iri], "part_of", ids[wider])
        for relation, other in concept.matches:
            yield from self._match(concept, ids, relation, other)

    def _match(
        self, concept: Concept, ids: Mapping[str, str], relation: str, other: str
    ) -> Iterator[Claim]:
        """Yield what a concept is matched with: one of ours, or another of the file."""
        ours = own_id(other)
        if ours is not None and self.known is not None and ours not in self.known:
            hint = "write the id of a category of the project"
            raise ConceptFault(f"no category is {ours!r}", value=other, hint=hint)
        category = ours or ids.get(other)
        if category:
            yield self._claim(concept, ids[_iri(concept)], relation, category)

    def _claim(
        self, concept: Concept, subject: str, predicate: str, value: Value, role: str | None = None
    ) -> Claim:
        return Claim(
            subject=subject,
            predicate=predicate,
            value=value,
            source=self.source,
            locator=f"<{concept.iri}>",
            role=role,
        )

    def _put_aside(self, concept: Concept, fault: UserMistake) -> PutAside:
        return PutAside(
            file=self.file,
            sheet=concept.iri or "a concept without an IRI",
            value=fault.value if isinstance(fault, ConceptFault) else None,
            reason=fault.what,
            remedy=fault.hint,
        )


def _iri(concept: Concept) -> str:
    if concept.iri is None:
        hint = "give the concept an IRI, so that others can refer to it"
        raise ConceptFault("the concept has no IRI", value=best(concept.labels), hint=hint)
    return concept.iri


def _name(concept: Concept) -> str:
    label = best(concept.labels)
    if not label.strip():
        hint = "state its skos:prefLabel"
        raise ConceptFault("the concept has no label", value=label, hint=hint)
    return _readable(label)


def _readable(label: str) -> str:
    """Return a label in composed letters, single-spaced; control characters are a fault."""
    plain = " ".join(unicodedata.normalize("NFC", label).split())
    if any(unicodedata.category(char) == "Cc" for char in plain):
        shown = label[:_SHOWN].encode("unicode_escape").decode("ascii")
        hint = "take them out of the label"
        raise ConceptFault("control characters stand in the label", value=shown, hint=hint)
    return plain


def _without_protocol(iri: str) -> str:
    parts = urlsplit(iri)
    return f"{parts.netloc}{parts.path} {parts.fragment}" if parts.netloc else iri


def _end(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]
