"""Put into words what the driver and the server report: what, where, and what to do about it.

No message repeats a password; the driver's own never hold one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    UnsupportedServerProduct,
)

from hanse.graph.errors import BadInput, HanseError, ServiceUnavailable

CREDENTIALS: Final = "set HANSE_NEO4J_USER (neo4j by default) and HANSE_NEO4J_PASSWORD"
OLDEST: Final = (5, 26)  # the line with long-term support; later ones are called by their year
_AGAIN: Final = "try again; what was acknowledged is kept, and a reader never sees half a load"

# What a server reports, by its code, and what to do about it.
_BY_CODE: Final = {
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "too many wrong passwords were tried",
        "wait a few seconds, then try again with the right one",
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        "the password must be changed before anything else is allowed",
        "change it in the browser of Neo4j, or with cypher-shell",
    ),
    "Neo.ClientError.Database.DatabaseNotFound": (
        "there is no such database on the server",
        "name one with HANSE_NEO4J_DATABASE; the first is called neo4j",
    ),
    "Neo.ClientError.Cluster.NotALeader": (
        "this member of the cluster takes no writes",
        "use an address that begins with neo4j://, which finds the one that does",
    ),
    "Neo.ClientError.Transaction.TransactionTimedOut": (
        "the server broke off what took too long",
        "raise db.transaction.timeout on the server, or ask for less",
    ),
    "Neo.ClientError.Statement.AccessMode": ("the server takes no writes from here", _AGAIN),
}


@contextmanager
def in_words(where: str) -> Iterator[None]:
    """Raise what the driver or the server reports as an error that a reader can act on."""
    try:
        yield
    except (DriverError, Neo4jError, OSError) as fault:
        raise put(fault, where=where) from None


def put(fault: Exception, *, where: str) -> HanseError:
    """Return the error that says what ``fault`` means for a project."""
    code = str(getattr(fault, "code", None) or "")
    if code in _BY_CODE:
        what, hint = _BY_CODE[code]
        return ServiceUnavailable(what, where=where, hint=hint)
    if isinstance(fault, AuthError):
        what = "the server refuses the user or the password"
        return ServiceUnavailable(what, where=where, hint=CREDENTIALS)
    if isinstance(fault, UnsupportedServerProduct):
        return too_old("what answers there is no Neo4j that is known", where=where)
    if isinstance(fault, ConfigurationError):
        return BadInput(str(fault), where=where, hint="see docs/neo4j.md for addresses")
    if isinstance(fault, (DriverError, OSError)):
        hint = "is the server up, and the port right? docker compose up --wait starts one"
        return ServiceUnavailable("the server does not answer", where=where, hint=hint)
    first_line = (getattr(fault, "message", None) or str(fault)).partition("\n")[0]
    return ServiceUnavailable(f"the server reports: {first_line}", where=where, hint=_AGAIN)


def too_old(what: str, *, where: str) -> ServiceUnavailable:
    """Return the error that names the oldest server that will do."""
    oldest = ".".join(map(str, OLDEST))
    return ServiceUnavailable(what, where=where, hint=f"Neo4j {oldest} or later is needed")
