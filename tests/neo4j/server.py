"""A real Neo4j Community server for tests, made of its jars and a Java of this machine.

The jars are those of ``pom.xml`` beside this file, one folder for each version of Neo4j::

    mvn -B -q -f tests/neo4j/pom.xml dependency:copy-dependencies \\
        -DincludeScope=runtime -DoutputDirectory=$HOME/.cache/hanse-neo4j/5.26.30

A server has a home and a port of its own, listens on this machine only and asks for a password.
The tests run on the version of ``pom.xml``, unless the environment names another and its Java::

    HANSE_NEO4J_VERSION=2026.08.1 HANSE_NEO4J_JAVA=/usr/lib/jvm/temurin-25-jdk-amd64/bin/java ...
"""

import contextlib
import logging
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, LiteralString

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

POM: Final = Path(__file__).with_name("pom.xml")
USER: Final = "neo4j"
PASSWORD: Final = "a password for tests"  # of a server that lives for one test run
DATABASE: Final = "neo4j"
PATIENCE: Final = 120.0  # seconds until it must answer; 6 to 14 were measured on two cores
STOPPING: Final = 60.0  # seconds that a clean stop may take; 5 to 10 were measured
FOLDERS: Final = ("conf", "data", "logs", "run", "plugins", "import", "licenses", "certificates")

# What the server's own start script hands to Java; without the first three it does not start.
JAVA_OPTIONS: Final = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-XX:+UseG1GC",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    "-Dio.netty.tryReflectionSetAccessible=true",
)


# A newer server looks for others of its kind; an older one refuses to know of it.
_OF_THE_NEWEST: Final = {
    "server.fleet_discovery.enabled": "false",
    "dbms.fleet_manager.enabled": "false",
}


def pinned_version() -> str:
    """Return the version of Neo4j that the tests stand on."""
    found = re.search(r"<neo4j.version>([^<]+)<", POM.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def wanted_version() -> str:
    """Return the version of Neo4j that this run of the tests is for."""
    return os.environ.get("HANSE_NEO4J_VERSION") or pinned_version()


def wanted_java() -> str:
    """Return the Java that this run of the tests starts servers with."""
    return os.environ.get("HANSE_NEO4J_JAVA") or "java"


def jars_folder(version: str | None = None) -> Path:
    """Return where the jars of a version are kept."""
    cache = os.environ.get("HANSE_NEO4J_JARS") or Path.home() / ".cache" / "hanse-neo4j"
    return Path(cache) / (version or wanted_version())


def what_is_missing(version: str | None = None) -> str | None:
    """Return what this machine lacks to start a server; ``None`` when it lacks nothing."""
    if shutil.which(wanted_java()) is None:
        return "no Java on this machine; on Debian and Ubuntu: sudo apt install openjdk-17-jre"
    if not any(jars_folder(version).glob("neo4j-server-*.jar")):
        return f"no jars of Neo4j in {jars_folder(version)}; tests/neo4j/server.py says how"
    return None


@dataclass(slots=True, kw_only=True)
class Server:
    """A server that runs, or is started again with the data it had."""

    home: Path
    port: int
    jars: Path
    java: str = "java"
    heap: str = "512m"
    process: subprocess.Popen[bytes] | None = None
    more_settings: dict[str, str] = field(default_factory=dict)

    @property
    def uri(self) -> str:
        """Return the address of the server, without credentials."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def auth(self) -> tuple[str, str]:
        """Return the user and the password."""
        return USER, PASSWORD

    def start(self) -> None:
        """Start it, and return when it answers a query."""
        conf = "".join(f"{name}={value}\n" for name, value in self._settings().items())
        (self.home / "conf" / "neo4j.conf").write_text(conf, encoding="utf-8")
        with (self.home / "logs" / "console.log").open("ab") as log:
            self.process = subprocess.Popen(
                self._command(), stdout=log, stderr=subprocess.STDOUT, cwd=self.home
            )
        with _quiet_driver():
            self._wait_until_ready()

    def kill(self) -> None:
        """End it as a loss of power would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """Stop it, by force when it does not stop by itself."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOPPING)
        except subprocess.TimeoutExpired:
            self.kill()

    def log(self) -> str:
        """Return the end of what it printed."""
        text = (self.home / "logs" / "console.log").read_text(encoding="utf-8", errors="replace")
        return text[-4000:]

    def _settings(self) -> dict[str, str]:
        """Return the settings; the server refuses to start on one that it does not know."""
        here = f"127.0.0.1:{self.port}"
        return {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": here,
            "server.bolt.advertised_address": here,
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "server.memory.pagecache.size": "128m",
            "server.directories.import": "import",
            "dbms.security.allow_csv_import_from_file_urls": "false",
            "dbms.usage_report.enabled": "false",
            "db.transaction.timeout": "60s",
            "db.tx_log.preallocate": "false",
            "db.tx_log.rotation.size": "16m",
            **(_OF_THE_NEWEST if int(self.jars.name.partition(".")[0]) >= 2026 else {}),
            **self.more_settings,
        }

    def _command(self) -> Sequence[str]:
        path = ":".join(f"{folder}/*" for folder in (self.home / "plugins", self.jars))
        memory = (f"-Xms{self.heap}", f"-Xmx{self.heap}")
        where = (f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}")
        start = (_entry_point(self.jars), *where, "--console-mode")
        return [self.java, *memory, *JAVA_OPTIONS, "-cp", path, *start]

    def _wait_until_ready(self) -> None:
        end = time.monotonic() + PATIENCE
        while not self._is_ready():
            assert self.process is not None
            if self.process.poll() is not None:
                raise RuntimeError(f"Neo4j ended with {self.process.returncode}:\n{self.log()}")
            if time.monotonic() > end:
                raise TimeoutError(f"Neo4j does not answer after {PATIENCE:.0f} s:\n{self.log()}")
            time.sleep(0.25)

    def _is_ready(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            self._set_password()
            self._ask("RETURN 1", self.auth, DATABASE)
        except AuthError:
            raise  # another try would only lock the user out
        except (DriverError, Neo4jError, OSError):
            return False
        return True

    def _set_password(self) -> None:
        """Change the password that a new server starts with, once in the life of a home."""
        done = self.home / "data" / "password-is-set"
        if done.exists():
            return
        change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
        self._ask(change, (USER, USER), "system", old=USER, new=PASSWORD)
        done.touch()

    def _ask(self, text: LiteralString, auth: tuple[str, str], database: str, **given: str) -> None:
        with neo4j.GraphDatabase.driver(
            self.uri, auth=auth, connection_timeout=5, max_transaction_retry_time=0
        ) as driver:
            driver.execute_query(text, given, database_=database)


def _entry_point(jars: Path) -> str:
    """Return the class to start, which the jar names; it is not the same in all versions."""
    service = "META-INF/services/org.neo4j.server.startup.EntryPoint"
    for jar in sorted(jars.glob("neo4j-[0-9]*.jar")):
        with zipfile.ZipFile(jar) as packed:
            if service in packed.namelist():
                return packed.read(service).decode().split()[-1]
    return "org.neo4j.server.CommunityEntryPoint"


@contextlib.contextmanager
def _quiet_driver() -> Iterator[None]:
    """Let the driver be silent of the connections that a starting server refuses."""
    log = logging.getLogger("neo4j")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def running_server(
    *, version: str | None = None, java: str | None = None, heap: str = "512m"
) -> Iterator[Server]:
    """Run a server with a home of its own, which is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="hanse-neo4j-", ignore_cleanup_errors=True) as folder:
        home = Path(folder).resolve()
        for name in FOLDERS:
            (home / name).mkdir()
        jars = jars_folder(version).resolve()
        server = Server(
            home=home, port=_free_port(), jars=jars, java=java or wanted_java(), heap=heap
        )
        try:
            server.start()
            yield server
        finally:
            server.stop()
