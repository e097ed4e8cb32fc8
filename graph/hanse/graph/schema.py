"""The one table of kinds, relations and attributes, read from ``schema.toml``.

Everything that must agree about names is derived from it: the checks at the door, the RDF
mapping, the Neo4j model and the reference page.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from hanse.graph.errors import BadInput, UnknownName

ValueType = Literal["text", "number", "quantity", "flag", "date", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of thing a graph holds."""

    name: str
    label: str
    plural: str
    rdf: str
    neo4j: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation between two things; ``is_many`` is false where only one holds at a time."""

    name: str
    label: str
    reverse: str
    from_kinds: tuple[str, ...]
    to_kinds: tuple[str, ...]
    rdf: str
    neo4j: str
    is_many: bool = True
    is_dated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """Something said of a thing; ``of_kinds`` empty means of any kind."""

    name: str
    label: str
    value_type: ValueType
    rdf: str
    neo4j: str
    unit: str | None = None
    of_kinds: tuple[str, ...] = ()
    is_many: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """All kinds, relations and attributes by name."""

    kinds: dict[str, Kind]
    relations: dict[str, Relation]
    attributes: dict[str, Attribute]

    def is_relation(self, predicate: str) -> bool:
        """Say whether ``predicate`` leads to another thing."""
        return predicate in self.relations

    def attribute(self, name: str, *, where: str = "") -> Attribute:
        """Return the attribute called ``name``; an unknown one is refused with the nearest."""
        if name not in self.attributes:
            error = UnknownName(name, kind="attribute", known=self.attributes)
            raise BadInput(error.what, where=where, hint=error.hint)
        return self.attributes[name]

    @property
    def units(self) -> tuple[str, ...]:
        """Return the names of the attributes that count something."""
        counted = (a for a in self.attributes.values() if a.value_type == "quantity")
        return tuple(a.name for a in counted if a.unit == a.name)


@cache
def schema() -> Schema:
    """Return the schema that this version of Hanse works with."""
    table = tomllib.loads((files("hanse.graph") / "schema.toml").read_text(encoding="utf-8"))
    return Schema(
        kinds={name: Kind(name=name, **row) for name, row in table["kinds"].items()},
        relations={name: _relation(name, row) for name, row in table["relations"].items()},
        attributes={name: _attribute(name, row) for name, row in table["attributes"].items()}
        | {name: _count(name, label) for name, label in table["counts"].items()},
    )


def _relation(name: str, row: dict[str, object]) -> Relation:
    return Relation(
        name=name,
        label=str(row["label"]),
        reverse=str(row["reverse"]),
        from_kinds=_names(row["from"]),
        to_kinds=_names(row["to"]),
        rdf=str(row["rdf"]),
        neo4j=str(row["neo4j"]),
        is_many=bool(row.get("many", True)),
        is_dated=bool(row.get("dated", False)),
    )


def _attribute(name: str, row: dict[str, object]) -> Attribute:
    unit = row.get("unit")
    return Attribute(
        name=name,
        label=str(row["label"]),
        value_type=str(row["type"]),  # type: ignore[arg-type]  # checked by a test of the table
        rdf=str(row["rdf"]),
        neo4j=str(row["neo4j"]),
        unit=None if unit is None else str(unit),
        of_kinds=_names(row.get("of", [])),
        is_many=bool(row.get("many", True)),
    )


def _count(name: str, label: str) -> Attribute:
    """Return the attribute of a counted unit; its notations follow from its name."""
    head, *tail = name.split("_")
    camel = head + "".join(part.capitalize() for part in tail)
    return Attribute(
        name=name,
        label=label,
        value_type="quantity",
        unit=name,
        rdf=f"hanse:{camel}",
        neo4j=camel,
    )


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(name) for name in value) if isinstance(value, list) else ()
