"""What opens a graph database: from the environment, from a file, or asked for."""

import getpass
import os
import sys
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput

USER: Final = "HANSE_NEO4J_USER"
PASSWORD: Final = "HANSE_NEO4J_PASSWORD"
PASSWORD_FILE: Final = "HANSE_NEO4J_PASSWORD_FILE"
DATABASE: Final = "HANSE_NEO4J_DATABASE"
FIRST: Final = "neo4j"  # what the first user and the first database of a server are called


def credentials(where: str) -> tuple[str, str]:
    """Return user and password for the server at ``where``; a person is asked if need be.

    Raises
    ------
    BadInput
        When there is no password, and nobody to ask.
    """
    user = os.environ.get(USER) or FIRST
    password = os.environ.get(PASSWORD) or _in_file()
    if password is None and sys.stdin is not None and sys.stdin.isatty():
        password = getpass.getpass(f"password of {user} at {where}: ")
    if not password:
        hint = f"set {PASSWORD}, or {PASSWORD_FILE} to a file that holds it"
        raise BadInput("a password is needed", where=where, hint=hint)
    return user, password


def database() -> str:
    """Return the database of the server that is meant."""
    return os.environ.get(DATABASE) or FIRST


def _in_file() -> str | None:
    """Return the first line of the file that is named; it is never shown."""
    name = os.environ.get(PASSWORD_FILE)
    if not name:
        return None
    try:
        return Path(name).read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "it is not text in UTF-8"
        hint = f"let {PASSWORD_FILE} name a file that can be read"
        raise BadInput(reason, where=name, hint=hint) from None
