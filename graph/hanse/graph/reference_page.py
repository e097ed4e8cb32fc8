"""The reference page of the data model, written out of the schema table: docs/model.md."""

from collections.abc import Iterable, Sequence
from typing import Final

from hanse.graph.schema import Attribute, Relation, schema

_HEAD: Final = """# The data model

This page is written from `graph/hanse/graph/schema.toml`; change the table, then run `just docs`.

Everything known is a **claim**: a subject, a relation or an attribute, a value, a source and a
place in it, and where they are stated an as-of day, a period (since, until), a role, a status
(stated, repaired, conjecture, assumption), the wording as printed and a note. Claims that
contradict each other both stay.

Each name stands in four notations: in Python and on the command line, for people, in RDF and in
Neo4j.
"""


def model_page() -> str:
    """Return docs/model.md: every kind, relation and attribute of the schema."""
    table = schema()
    kinds = ((k.name, k.label, k.rdf, k.neo4j) for k in table.kinds.values())
    relations = (_relation(r) for r in table.relations.values())
    attributes = (_attribute(a) for a in table.attributes.values())
    return "\n".join(
        (
            _HEAD,
            f"## Kinds ({len(table.kinds)})\n",
            *_rows(("name", "for people", "RDF class", "Neo4j label"), kinds),
            f"\n## Relations ({len(table.relations)})\n",
            "One thing may have several of each, unless it says *one*; *dated* ones carry since"
            " and until.\n",
            *_rows(
                ("name", "for people", "back again", "from", "to", "", "RDF", "Neo4j"), relations
            ),
            f"\n## Attributes ({len(table.attributes)})\n",
            "A *quantity* is a number with a unit and a qualifier: exactly, about, at least, at"
            " most, between.\n",
            *_rows(("name", "for people", "value", "unit", "of", "", "RDF", "Neo4j"), attributes),
            "",
        )
    )


def _relation(relation: Relation) -> Sequence[str]:
    marks = ([] if relation.is_many else ["one"]) + (["dated"] if relation.is_dated else [])
    return (
        relation.name,
        relation.label,
        relation.reverse,
        ", ".join(relation.from_kinds) or "any",
        ", ".join(relation.to_kinds) or "any",
        ", ".join(marks),
        relation.rdf,
        relation.neo4j,
    )


def _attribute(attribute: Attribute) -> Sequence[str]:
    return (
        attribute.name,
        attribute.label,
        attribute.value_type,
        attribute.unit or "",
        ", ".join(attribute.of_kinds) or "any",
        "" if attribute.is_many else "one",
        attribute.rdf,
        attribute.neo4j,
    )


def _rows(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
