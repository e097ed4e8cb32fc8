"""The Cypher that runs in the server: one statement a file, and nothing but parameters put in.

Statements are constants of this package, so that no name or label that a file brings can become
part of one: values, labels and types travel as parameters.
"""

from functools import cache
from importlib.resources import files
from typing import Any, Final, LiteralString

FOLDER: Final = files("hanse.graph.stores.neo4j") / "cypher"


@cache
def statement(name: LiteralString) -> LiteralString:
    """Return the statement kept in ``cypher/NAME.cypher``."""
    kept: Any = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
    text: LiteralString = kept  # a file of this package, named by this package: a constant
    return text


def names() -> tuple[str, ...]:
    """Return the names of all statements, in order."""
    kept = (file.name.removesuffix(".cypher") for file in FOLDER.iterdir())
    return tuple(sorted(kept))
