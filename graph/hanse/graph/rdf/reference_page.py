"""The reference page of the RDF mapping, written out of the schema and the mapping: docs/rdf.md."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Final

from hanse.graph.claims import Claim
from hanse.graph.rdf import contents
from hanse.graph.rdf.json_ld import CONTEXT
from hanse.graph.rdf.linked import BROADER
from hanse.graph.rdf.nodes import shown
from hanse.graph.rdf.project import MOST_CLAIMS, project_quads
from hanse.graph.rdf.queries import DEADLINE, MOST_ROWS, SHIPPED, shipped_query
from hanse.graph.rdf.scanning import LIMITS
from hanse.graph.rdf.terms import BASE, COUNTRY, NUTS, PREFIXES
from hanse.graph.rdf.writing import serialise
from hanse.graph.schema import Attribute, schema

_EXAMPLE: Final = Claim(
    subject="biocat",
    predicate="member_of",
    value="bioxclusters-plus",
    source="d41",
    locator="section 3.2, page 17",
    since="2016",
    role="partner",
)


def rdf_page() -> str:
    """Return docs/rdf.md: how every kind, relation and attribute of the schema stands in RDF."""
    template = (files("hanse.graph.rdf") / "reference_page.md").read_text(encoding="utf-8")
    return template.format(
        base=BASE,
        prefixes=_table(("prefix", "IRI"), ((f"`{p}:`", f"`{i}`") for p, i in PREFIXES.items())),
        example=_example(),
        broader=_broader(),
        country=COUNTRY,
        nuts=NUTS,
        context=CONTEXT,
        most_claims=f"{MOST_CLAIMS:,}",
        **_fields(),
        **_limits(),
        shipped=", ".join(f"`{name}`" for name in SHIPPED),
        query=shipped_query("memberships"),
        **_words(),
    )


def _example() -> str:
    """Return what one claim is written as, without the prefixes and the words."""
    quads = [q for q in project_quads([_EXAMPLE]) if "predicate/" not in str(q.subject)]
    lines = serialise(quads, ".trig").decode().splitlines()
    return "\n".join(line.replace("\t", "    ") for line in lines if not line.startswith("@"))


def _broader() -> str:
    by_class: dict[str, list[str]] = {}
    for kind, broader in BROADER.items():
        by_class.setdefault(broader, []).append(schema().kinds[kind].label)
    return "; ".join(f"`{broader}` of {', '.join(kinds)}" for broader, kinds in by_class.items())


def _fields() -> dict[str, str]:
    tables = {
        "source_fields": contents.SOURCE_FIELDS,
        "settings_fields": contents.SETTINGS_FIELDS,
        "put_aside_fields": contents.PUT_ASIDE_FIELDS,
    }
    return {n: ", ".join(f"`{shown(p)}`" for p in t.values()) for n, t in tables.items()}


def _limits() -> dict[str, str]:
    return {
        "file_size": f"{LIMITS.file_size / 1e6:,.0f}",
        "quads": f"{LIMITS.quads:,}",
        "text_length": f"{LIMITS.text_length:,}",
        "depth": f"{LIMITS.depth}",
        "deadline": f"{DEADLINE:g}",
        "most_rows": f"{MOST_ROWS:,}",
    }


def _words() -> dict[str, str]:
    known = schema()
    kinds = ((k.name, k.label, f"`{k.rdf}`") for k in known.kinds.values())
    relations = ((r.name, r.label, f"`{r.rdf}`") for r in known.relations.values())
    attributes = (
        (a.name, a.label, f"`{a.rdf}`", _stands_as(a), a.unit or "")
        for a in known.attributes.values()
    )
    return {
        "kinds": _table(("kind", "for people", "class"), kinds),
        "relations": _table(("relation", "for people", "property"), relations),
        "attributes": _table(("attribute", "for people", "property", "value", "unit"), attributes),
    }


def _stands_as(attribute: Attribute) -> str:
    if attribute.name in ("kind", "scheme"):
        return {"kind": "class", "scheme": "`scheme:...`"}[attribute.name]
    return {"flag": "yes or no", "link": "link or text"}.get(
        attribute.value_type, attribute.value_type
    )


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(header)} |", "|---" * len(header) + "|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
