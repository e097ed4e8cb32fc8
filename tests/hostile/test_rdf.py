"""Hostile files of graphs and RDF: each is refused in plain words, or harmless, and reaches nobody.

What libraries do with such files when nothing stands before them: contexts and SERVICE make
requests, ``FROM <file:...>`` returns a local file, 653 bytes of RDF/XML hang a process or end
it, half a file stays in the graph, "maybe" becomes false.
"""

import hashlib
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.builders import cluster, intake

from hanse.graph.errors import HanseError
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.rdf import all_or_nothing, read_rdf
from hanse.viz.session import Session
from hanse.viz.sparql import query_text, sparql

SECONDS = 10  # that any of these may take
WATCHED = ("socket.connect", "socket.getaddrinfo", "urllib.Request", "subprocess.Popen")

_PREFIXES = """@prefix ex: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))


@dataclass
class Watch:
    """What was reached for while a file was read."""

    events: list[str] = field(default_factory=list)
    is_on: bool = False


_WATCH = Watch()


def _note(event: str, _: object) -> None:
    if _WATCH.is_on and event in WATCHED:
        _WATCH.events.append(event)


sys.addaudithook(_note)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server
        server.settimeout(0.05)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.fixture
def address(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    store = SqliteStore.create(tmp_path / "mine.hanse")
    store.write(intake(cluster("BIOCAT")))
    store.close()
    return tmp_path / "mine.hanse"


def load(file: Path, project: Path) -> None:
    """Load a file as a command does: all of it or nothing."""
    brought = all_or_nothing(read_rdf(file))
    store = SqliteStore.open(project)
    store.write(brought)
    store.close()


def refused(file: Path, project: Path) -> str:
    """Return why a file is refused; the project is what it was, and nothing was reached for."""
    before = hashlib.sha256(project.read_bytes()).hexdigest()
    _WATCH.events.clear()
    _WATCH.is_on = True
    started = time.monotonic()
    try:
        with pytest.raises(HanseError) as fault:
            load(file, project)
    finally:
        _WATCH.is_on = False

    assert time.monotonic() - started < SECONDS
    assert _WATCH.events == []
    assert hashlib.sha256(project.read_bytes()).hexdigest() == before
    told = fault.value
    assert told.exit_status == 2
    assert file.name in told.where, "a refusal names the file"
    assert told.what, "a refusal gives a reason"
    assert told.hint, "a refusal says what to do"
    assert "Traceback" not in str(told)
    return str(told)


# -- Turtle ----------------------------------------------------------------------------------

_FIFTY = "".join(f'ex:c{n} ex:p "x" .\n' for n in range(50))
_ALIKE = "".join(
    f"_:a{n} ex:p _:a{(n * 7 + 1) % 24} , _:a{(n * 5 + 3) % 24} .\n" for n in range(24)
)
_CONTEXTS = ",".join(f'{{"@context": "ADDRESS/c{n}.jsonld"}}' for n in range(200))
TURTLE = {
    "half_good_half_bad": (_FIFTY + "? bad", "line 54"),
    "deep_list": ("ex:a ex:p " + "(" * 3000 + "1" + ")" * 3000 + " .", "deep"),
    "long_list": ("ex:a ex:p (" + " 1" * 30_000 + ") .", "neither a project"),
    "huge_literal": (f'ex:c1 ex:name "{"a" * 1_000_000}" .', "more than 262,144 characters"),
    "base_file": ("@base <file:///etc/> . <passwd> a <Cluster> .", "neither a project"),
    "bad_datatypes": (
        'ex:c1 ex:a "abc"^^xsd:integer ; ex:b "maybe"^^xsd:boolean ; ex:c "NaN"^^xsd:decimal ;'
        ' ex:d "2017-02-30"^^xsd:date ; ex:e "1e9999"^^xsd:double .',
        "'abc' is no integer",
    ),
    "huge_integer": (f"ex:c1 ex:members {'9' * 5000} .", "is no integer"),
    "bad_langtag": ('ex:c1 ex:name "x"@en--evil .', "line 4"),
    "nul_and_controls": ('ex:c1 ex:name "a\\u0000b\\u202Ec\\uD800" .', "line 4"),
    "prefix_redefinition": (
        "ex:a a ex:C . @prefix ex: <http://evil/> . ex:a a ex:C .",
        "neither a project",
    ),
    "bnode_blowup": (_ALIKE, "neither a project"),
    "shacl_recursive": (
        "@prefix sh: <http://www.w3.org/ns/shacl#> . ex:A a sh:NodeShape ; sh:node ex:A .",
        "neither a project",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TURTLE)
def test_hostile_turtle_is_refused_and_changes_nothing(
    name: str, tmp_path: Path, project: Path
) -> None:
    text, reason = TURTLE[name]
    file = tmp_path / f"{name}.ttl"
    file.write_text(_PREFIXES + text, encoding="utf-8")

    assert reason in refused(file, project)


def test_imports_are_never_followed(tmp_path: Path, project: Path, address: str) -> None:
    file = tmp_path / "owl_imports.ttl"
    file.write_text(
        f"{_PREFIXES}<http://example.org/o> a owl:Ontology ;"
        f" owl:imports <{address}/imported.ttl> , <file:///etc/hostname> .",
        encoding="utf-8",
    )

    refused(file, project)


def test_shapes_of_a_user_are_never_run(tmp_path: Path, project: Path, address: str) -> None:
    file = tmp_path / "shacl_sparql.ttl"
    file.write_text(
        f"{_PREFIXES}@prefix sh: <http://www.w3.org/ns/shacl#> . ex:S a sh:NodeShape ;"
        f' sh:sparql [ sh:select "SELECT $this {{ SERVICE <{address}> {{ ?s ?p ?o }} }}" ] .',
        encoding="utf-8",
    )

    refused(file, project)


def test_hostile_names_in_claims_of_ours_are_kept_as_text(tmp_path: Path, project: Path) -> None:
    name = "<img src=x onerror=alert(1)> `}) DETACH DELETE n // \\u202e"
    file = tmp_path / "names.ttl"
    file.write_text(
        "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
        "@prefix prov: <http://www.w3.org/ns/prov#> .\n"
        "@prefix h: <https://hanse.invalid/ns#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "[] a rdf:Statement ; rdf:subject <https://hanse.invalid/id/biocat> ;"
        f' rdf:predicate skos:altLabel ; rdf:object "{name}" ;'
        ' prov:wasDerivedFrom <https://hanse.invalid/source/s> ; h:locator "1" .',
        encoding="utf-8",
    )

    load(file, project)

    store = SqliteStore.open(project)
    assert name.encode().decode("unicode_escape") in {c.value for c in store.claims()}
    store.close()


# -- JSON-LD and JSON ------------------------------------------------------------------------

JSON_LD = {
    "import_context": '{"@context": {"@version": 1.1, "@import": "ADDRESS/import.jsonld"}}',
    "many_contexts": f"[{_CONTEXTS}]",
    "nested_context": '{"http://e.org/p": {"@context": "ADDRESS/c.jsonld", "@id": "http://e.org/a"}}',
    "file_context": '{"@context": "file:///etc/hostname"}',
    "relative_context": '{"@context": "../../etc/hostname"}',
    "deep_nesting": "[" * 100_000 + "]" * 100_000,
    "deep_objects": '{"http://e.org/p":' * 900 + "1" + "}" * 900,
    "alias_keywords": '{"@context": {"id": "@type", "type": "@id"}, "id": "http://e.org/X"}',
    "nan_infinity": '{"http://e.org/p": [NaN, Infinity, -Infinity, 1e999]}',
    "duplicate_keys": '{"@id": "http://e.org/a", "@id": "http://e.org/b"}',
    "huge_int": f'{{"http://e.org/p": {"9" * 6000}}}',
    "truncated": '{"@context": {"name": "http://e.org/name"}, "@id": "http://exa',
    "proto": '{"__proto__": {"x": 1}, "constructor": {"prototype": {"x": 1}}}',
}  # fmt: skip


@pytest.mark.parametrize("name", JSON_LD)
def test_hostile_json_ld_is_refused_and_nothing_is_fetched(
    name: str, tmp_path: Path, project: Path, address: str
) -> None:
    file = tmp_path / f"{name}.jsonld"
    file.write_text(JSON_LD[name].replace("ADDRESS", address), encoding="utf-8")

    refused(file, project)


@pytest.mark.parametrize(
    "text",
    [
        '{"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "ghost"}]}',
        '{"nodes": [{"id": "__proto__"}], "links": []}',
        f'{{"n": {"9" * 6000}}}',
        '{"weights": {"a": NaN}}',
    ],
)
def test_node_link_json_is_written_and_not_read(text: str, tmp_path: Path, project: Path) -> None:
    (tmp_path / "graph.json").write_text(text, encoding="utf-8")

    assert "JSON" in refused(tmp_path / "graph.json", project)


# -- XML: not read in any of its forms -------------------------------------------------------

XML = {
    "xxe_file.rdf": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "xxe_http.rdf": '<!DOCTYPE x [<!ENTITY e SYSTEM "ADDRESS/e">]><x>&e;</x>',
    "external_dtd.rdf": '<!DOCTYPE x SYSTEM "ADDRESS/x.dtd"><x/>',
    "laughs.rdf": f"<!DOCTYPE x [{_LAUGHS}]><x>&l9;</x>",
    "parsetype.rdf": "<x><script>alert(1)</script></x>",
    "ontology.owl": "<x/>",
    "xxe.trix": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><TriX>&e;</TriX>',
    "laughs.graphml": f"<!DOCTYPE x [{_LAUGHS}]><graphml>&l9;</graphml>",
    "xxe.graphml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><graphml>&e;</graphml>',
    "external_dtd.graphml": '<!DOCTYPE graphml SYSTEM "ADDRESS/x.dtd"><graphml/>',
    "truncated.graphml": '<graphml><graph><node id="a"',
    "duplicate_ids.graphml": '<graphml><graph><node id="a"/><node id="a"/></graph></graphml>',
    "bad_type.graphml": '<graphml><key id="n" attr.type="int"/><data key="n">many</data></graphml>',
    "yfiles_html.graphml": "<graphml><data>&lt;img src=x onerror=alert(1)&gt;</data></graphml>",
    "hyper.graphml": "<graphml><graph><hyperedge/></graph></graphml>",
    "laughs.gexf": f"<!DOCTYPE x [{_LAUGHS}]><gexf>&l9;</gexf>",
    "unbalanced.gml": "graph [ node [ id 1 ] node [ id 1 ] edge [ source 1 target 9 ]",
}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", XML)
def test_xml_and_other_graph_files_are_refused_by_name(
    name: str, encoding: str, tmp_path: Path, project: Path, address: str
) -> None:
    """A search for "<!DOCTYPE" would be defeated by UTF-16: nothing is searched, all is refused."""
    file = tmp_path / name
    file.write_bytes(XML[name].replace("ADDRESS", address).encode(encoding))

    told = refused(file, project)

    assert "not read" in told


# -- queries -----------------------------------------------------------------------------------

QUERIES = {
    "service_ssrf": ("SELECT * WHERE { SERVICE <ADDRESS/sparql> { ?s ?p ?o } }", "SERVICE"),
    "service_silent": ("SELECT * { SERVICE SILENT <ADDRESS/sparql> { ?s ?p ?o } }", "SERVICE"),
    "from_http": ("SELECT * FROM <ADDRESS/x.ttl> { ?s ?p ?o }", "FROM"),
    "from_file": ("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", "FROM"),
    "load_file": ("LOAD <file:///etc/hostname> INTO GRAPH <http://x>", "would change data"),
    "load_http": ("LOAD <ADDRESS/x.ttl>", "would change data"),
    "delete_all": ("DELETE WHERE { ?s ?p ?o } ; DROP ALL", "would change data"),
    "cartesian": (
        "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?q ?r }",
        "did not end within",
    ),
}


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    store = SqliteStore.open(project)
    yield Session(store, PartnershipGraph.of(store))
    store.close()


@pytest.mark.parametrize("name", QUERIES)
def test_hostile_queries_are_refused_and_reach_nobody(
    name: str, tmp_path: Path, project: Path, session: Session, address: str
) -> None:
    query, reason = QUERIES[name]
    file = tmp_path / f"{name}.rq"
    file.write_text(query.replace("ADDRESS", address), encoding="utf-8")
    before = hashlib.sha256(project.read_bytes()).hexdigest()

    with pytest.raises(HanseError, match=reason) as fault:
        sparql(session, query_text(str(file)), seconds=1)

    assert fault.value.exit_status == 2
    assert fault.value.hint
    assert hashlib.sha256(project.read_bytes()).hexdigest() == before


def test_a_pattern_made_to_exhaust_is_answered_or_ended(session: Session) -> None:
    query = 'SELECT * WHERE { ?s ?p ?o FILTER(REGEX(STR(?o), "^(a+)+$")) }'

    assert sparql(session, query, seconds=SECONDS).boolean is None


@pytest.mark.parametrize("name", ["query.rq", "update.ru"])
def test_a_query_is_no_data(name: str, tmp_path: Path, project: Path) -> None:
    (tmp_path / name).write_text("SELECT * { ?s ?p ?o }", encoding="utf-8")

    refused(tmp_path / name, project)
