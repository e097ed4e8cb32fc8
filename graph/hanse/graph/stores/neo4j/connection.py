"""Reach a server: one driver, every database named, reads told from writes."""

import re
from collections.abc import Callable, Sequence
from typing import Any, LiteralString, Protocol, TypeVar

import neo4j
from neo4j import GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, RoutingControl

from hanse.graph.errors import ServiceUnavailable
from hanse.graph.stores.neo4j.address import Address
from hanse.graph.stores.neo4j.faults import OLDEST, in_words, too_old
from hanse.graph.stores.neo4j.statements import statement

CONNECTING = 10.0  # seconds until a host that does not answer counts as not there
RETRYING = 20.0  # seconds for which what may pass by itself is tried again
LIVELINESS = 240.0  # seconds after which an idle connection is tested before it is used

Row = list[Any]  # what a statement returns, in its order: texts, numbers, lists of them
Done = TypeVar("Done")
Work = Callable[["Transaction"], Done]


class Transaction(Protocol):
    """What work within one transaction may do; it may be done more than once."""

    def __call__(self, name: LiteralString, /, **given: object) -> list[Row]:
        """Run the statement of this name and return all its rows."""
        ...


class Connection:
    """A database of a server.

    Bookmarks are handed from what was written to what is read next, so that a reader of a
    cluster sees its own writes.
    """

    def __init__(self, driver: neo4j.Driver, *, database: str, where: str) -> None:
        self._driver, self._database, self.where = driver, database, where

    @classmethod
    def open(cls, address: Address, *, auth: tuple[str, str], database: str) -> "Connection":
        """Connect, and refuse a server that is too old.

        Raises
        ------
        ServiceUnavailable
            When nothing answers, the password is wrong, or the server or its database will
            not do.
        """
        where = str(address)
        with in_words(where):
            driver = GraphDatabase.driver(
                address.server,
                auth=auth,
                connection_timeout=CONNECTING,
                max_transaction_retry_time=RETRYING,
                liveness_check_timeout=LIVELINESS,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
            )
        connection = cls(driver, database=database, where=where)
        try:
            with in_words(where):
                _check_version(driver.get_server_info().agent, where)
        except BaseException:
            connection.close()
            raise
        return connection

    def read(self, name: LiteralString, /, **given: object) -> list[Row]:
        """Run the statement of this name where readers are served; return all its rows."""
        with in_words(self.where):
            return self._driver.execute_query(
                statement(name),
                given,
                database_=self._database,
                routing_=RoutingControl.READ,
                result_transformer_=_rows,
            )

    def write(self, work: Work[Done]) -> Done:
        """Do ``work`` in one transaction, again when it fails in a way that passes."""
        bookmarks = self._driver.execute_query_bookmark_manager
        with (
            in_words(self.where),
            self._driver.session(database=self._database, bookmark_manager=bookmarks) as session,
        ):
            return session.execute_write(lambda transaction: work(_runner(transaction)))

    def lay_out(self, statements: Sequence[LiteralString]) -> None:
        """Run statements that make constraints and indexes, each by itself."""
        with in_words(self.where):
            for text in statements:
                self._driver.execute_query(text, database_=self._database)

    def close(self) -> None:
        """Let go of the server."""
        self._driver.close()


def _runner(transaction: ManagedTransaction) -> Transaction:
    def run(name: LiteralString, /, **given: object) -> list[Row]:
        result = transaction.run(statement(name), given)
        return _rows(result)

    return run


def _rows(result: neo4j.Result) -> list[Row]:
    return [record.values() for record in result]


def _check_version(agent: str, where: str) -> None:
    """Refuse a server older than what the statements are written for."""
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if found is None:
        raise ServiceUnavailable(f"{agent!r} answers there, not Neo4j", where=where)
    if (int(found[1]), int(found[2])) < OLDEST:
        raise too_old(f"the server is {agent}", where=where)
