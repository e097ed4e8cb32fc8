"""Constraints and indexes, derived from the one table of kinds and relations.

The Community edition has constraints of uniqueness only; that a property is there, and of what
type, is seen to by the program. Schema and data cannot change in one transaction, so that the
layout is made when a project is made or opened for writing, and noted with its fingerprint.
"""

import re
from functools import cache
from hashlib import blake2b
from typing import Any, Final, LiteralString

from hanse.graph.errors import HanseError, NewerProject
from hanse.graph.schema import schema
from hanse.graph.stores.neo4j.connection import Connection

LAYOUT_VERSION: Final = 2
WAIT: Final = 300  # seconds that indexes may take to be filled
_SAFE: Final = re.compile(r"[A-Z][A-Za-z]*")

# What keeps claims, apart from the graph itself: label, properties that are unique together.
_KEPT: Final = (
    ("HanseProject", ("name",)),
    ("Generation", ("id",)),
    ("Origin", ("project", "name")),
    ("Claim", ("load", "id")),
    ("Thing", ("graph", "id")),
    ("SignatureSet", ("graph", "digest")),
)
_INDEXED: Final = (
    ("Claim", ("load", "subject")),
    ("Judgement", ("load",)),
    ("Generation", ("project",)),
    ("Source", ("project",)),
    ("Definition", ("project",)),
    ("PutAside", ("project",)),
    ("StageSignature", ("graph", "digest", "number")),
    ("Thing", ("graph", "kind")),
    ("ClusterOrganisation", ("graph", "country")),
    ("ClusterOrganisation", ("graph", "place")),
    ("ClusterOrganisation", ("graph", "no")),
    ("ClusterOrganisation", ("graph", "isOpen")),
)


def lay_out(connection: Connection) -> None:
    """Make what is not there yet; a database laid out already is left as it is.

    Raises
    ------
    NewerProject
        When a later Hanse laid it out.
    """
    noted = connection.read("layout_read")
    if noted and noted[0][0] > LAYOUT_VERSION:
        what = f"laid out by a later Hanse (layout {noted[0][0]}, known is {LAYOUT_VERSION})"
        raise NewerProject(what, where=connection.where, hint="install the newest Hanse")
    if noted and noted[0][1] == fingerprint():
        return
    connection.lay_out(definitions())
    connection.read("layout_await", seconds=WAIT)
    connection.write(
        lambda run: run("layout_note", version=LAYOUT_VERSION, fingerprint=fingerprint())
    )


@cache
def definitions() -> tuple[LiteralString, ...]:
    """Return the statements that make every constraint and index, each by its name."""
    kinds = [(label, ("graph", "id")) for label in kind_labels()]
    unique = [_unique(label, properties) for label, properties in (*_KEPT, *kinds)]
    indexed = [_index(label, properties) for label, properties in _INDEXED]
    made: Any = (*unique, *indexed, *_FULL_TEXT)
    every: tuple[LiteralString, ...] = made  # of the schema's table alone, each name checked
    return every


def fingerprint() -> str:
    """Return a text that differs when the layout does."""
    return blake2b("\n".join(definitions()).encode(), digest_size=8).hexdigest()


def kind_labels() -> tuple[str, ...]:
    """Return the labels of all kinds of things, from the table of the schema."""
    return tuple(sorted({_checked(kind.neo4j) for kind in schema().kinds.values()}))


def _checked(label: str) -> str:
    """Return a label that may stand in a statement: plain letters, from the schema alone."""
    if not _SAFE.fullmatch(label):
        raise HanseError(f"{label!r} in the schema is no label")
    return label


def _unique(label: str, properties: tuple[str, ...]) -> str:
    name = f"{label}_{'_'.join(properties)}_once"
    listed = ", ".join(f"n.{one}" for one in properties)
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE ({listed}) IS UNIQUE"


def _index(label: str, properties: tuple[str, ...]) -> str:
    name = f"{label}_by_{'_'.join(properties)}"
    listed = ", ".join(f"n.{one}" for one in properties)
    return f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON ({listed})"


# Names are found without case and accents: by people, whose words the analyser folds, and by
# Hanse, which compares names as it does everywhere and keeps the words they are made of.
_FULL_TEXT: Final = (
    "CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Thing) ON EACH [n.name, n.aliases]"
    " OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}",
    "CREATE FULLTEXT INDEX words IF NOT EXISTS FOR (n:Thing) ON EACH [n.words]"
    " OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}",
)
