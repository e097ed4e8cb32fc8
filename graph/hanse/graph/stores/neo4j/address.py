"""Where a project lies: the address that a person types, taken apart; it holds no password.

``neo4j://graph.example.org`` is the project called ``hanse`` there, and
``neo4j://graph.example.org/photonics`` the one called ``photonics``: the Community edition has
one database for users, which may hold several projects.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from hanse.graph.errors import BadInput

DEFAULT_PROJECT: Final = "hanse"
_SCHEME: Final = re.compile(r"(?:neo4j|bolt)(?:\+s|\+ssc)?://", re.IGNORECASE)
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_.-]{0,62}")
_EXAMPLE: Final = "write it as neo4j://HOST, neo4j://HOST:PORT or neo4j://HOST/PROJECT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A server, as the driver wants it, and the name of a project there."""

    server: str
    project: str

    def __str__(self) -> str:
        """Return the address as a person would write it."""
        scheme, host, _, query, _ = urlsplit(self.server)
        name = "" if self.project == DEFAULT_PROJECT else f"/{self.project}"
        return urlunsplit((scheme, host, name, query, ""))


def is_address(text: str) -> bool:
    """Say whether ``text`` names a Neo4j server rather than a file.

    >>> is_address("neo4j+s://graph.example.org"), is_address("neo4j.hanse")
    (True, False)
    """
    return _SCHEME.match(text) is not None


def parse(text: str) -> Address:
    """Return the address that ``text`` names.

    Raises
    ------
    BadInput
        When it names no server or an impossible project, or carries a password: that would
        stay in the history of the shell. It is not repeated.

    >>> parse("bolt://127.0.0.1:7687/photonics")
    Address(server='bolt://127.0.0.1:7687', project='photonics')
    """
    shown = re.sub(r"//.*@", "//", text)  # greedy: a password may hold an @ itself
    if "@" in text:
        hint = "set HANSE_NEO4J_USER and HANSE_NEO4J_PASSWORD instead"
        raise BadInput("an address carries no user and no password", where=shown, hint=hint)
    try:
        scheme, host, path, query, _ = urlsplit(text)
        is_server = bool(_SCHEME.match(text)) and bool(urlsplit(text).hostname)
        _ = urlsplit(text).port
    except ValueError as fault:
        raise BadInput(str(fault), where=shown, hint=_EXAMPLE) from None
    if not is_server:
        raise BadInput("this names no Neo4j server", where=shown, hint=_EXAMPLE)
    name = path.strip("/") or DEFAULT_PROJECT
    if not _NAME.fullmatch(name):
        hint = "letters a to z, digits, dots and hyphens"
        raise BadInput(f"{name!r} is no name of a project", where=shown, hint=hint)
    return Address(server=urlunsplit((scheme.lower(), host, "", query, "")), project=name)
