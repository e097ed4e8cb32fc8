"""Tables that are made to do harm: each is refused, or read as harmless text.

The files are made here, small, one for each attack. A hook on the interpreter listens for
sockets while they are read; the project is compared byte by byte before and after a refusal.
"""

import hashlib
import io
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.table_files import SHEET, csv_file, sheet_xml, text_row, with_parts, workbook_file

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import PutAside
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.loading import Loaded, load

pytestmark = pytest.mark.usefixtures("no_socket")

Maker = Callable[[Path], Path]
SECONDS = 20  # a machine may be busy; no file here takes one second of its own

_opened: list[str] = []


def _listen(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(("socket.", "urllib.", "http.client.")):
        _opened.append(event)


sys.addaudithook(_listen)


@pytest.fixture
def no_socket() -> Iterator[None]:
    """Fail the test if anything opened a socket or asked for an address."""
    _opened.clear()
    yield
    assert _opened == []


@pytest.fixture
def project(tmp_path: Path) -> SqliteStore:
    return SqliteStore.create(tmp_path / "mine.hanse")


def digest(store: SqliteStore) -> str:
    return hashlib.sha256(Path(store.address).read_bytes()).hexdigest()


def table(text: str, name: str = "list.csv", *, encoding: str = "utf-8") -> Maker:
    return lambda folder: csv_file(folder, text, name, encoding=encoding)


def raw(content: bytes, name: str) -> Maker:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


HEAD = text_row(1, "id", "name", "country")


def book(rows: str = HEAD, head: str = "", /, **parts: bytes | None) -> Maker:
    def make(folder: Path) -> Path:
        path = workbook_file(folder, {"clusters": [["id"]]}, "list.xlsx")
        named = {name.replace("__", "/"): content for name, content in parts.items()}
        return with_parts(path, {SHEET: sheet_xml(rows, head=head), **named})

    return make


def laughs(depth: int = 9) -> str:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, depth))
    return f'<!DOCTYPE worksheet [<!ENTITY a0 "ha">{entities}]>'


XXE = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
XXE_WEB = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>'
QUADRATIC = f'<!DOCTYPE worksheet [<!ENTITY a "{"a" * 20_000}">]>'
MANY_ROWS = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 150_000))

# Each: the attack, and what of the refusal says that it was seen.
REFUSED: dict[str, tuple[Maker, str]] = {
    "a quote that swallows the rest": (
        table('id,name,country\nc1,"Never closed,FR\nc2,B,DE\n'),
        "row 2: a quote that opens in this row is never closed",
    ),
    "rows of too few and too many cells": (
        table("id,name,country,members\nc1,A,FR\nc2,B,DE,12,extra,more\nc3,C,IT,9\n"),
        "row 3: 6 cells where the header has 4",
    ),
    "a column that stands twice": (
        table("id,name,name,country\nc1,A,B,FR\n"), "column 'name' stands twice"
    ),
    "columns that are missing": (
        table("identifier;nom\nc1;A\n"), "'identifier' .read as id., 'nom' .read as name."
    ),
    "nothing at all": (table(""), "the file is empty"),
    "a cell without end": (table(f"id,name\nc1,{'A' * 200_000}\n"), "more than 32,767 characters"),
    "a tie to nobody": (
        table("source,target,type\nc1,does-not-exist,partner\nc1,,partner\n"),
        "which table this is cannot be told",
    ),
    "a membership of nobody": (
        table("cluster,partnership\nghost,laser-go\n,laser-go\n", "memberships.csv"),
        "no cluster is called 'ghost'",
    ),
    "ratings outside their scale": (
        table("cluster,criterion,score\nc1,complementarity,11\n"),
        "which table this is cannot be told",
    ),
    "Cypher in a country": (
        table("id,name,country\nc1,x'}) DETACH DELETE n //,FR`:Admin\n"),
        "no country is called 'FR`:Admin'",
    ),
    "NUL characters": (table("id,name\nc1,A\x00B\n"), "NUL characters"),
    "bytes that are no text": (raw(b"id,name\nc1,\x81\x8d\n", "a.csv"), "encoding .* not known"),
    "billion laughs": (book(HEAD, laughs()), "declares a document type"),
    "a quadratic blow-up": (book(HEAD, QUADRATIC), "declares a document type"),
    "a file of this machine": (book(HEAD, XXE), "declares a document type"),
    "an address of the web": (book(HEAD, XXE_WEB), "declares a document type"),
    "laughs in the shared strings": (
        book(**{"xl__sharedStrings.xml": f"{laughs()}<sst/>".encode()}),
        "declares a document type",
    ),
    "a million rows in a few bytes": (
        book(MANY_ROWS), "over 100 times its size|more than 100,000 rows"
    ),
    "a cell at the end of the world": (
        book(HEAD + '<row r="2"><c r="XFD2"><v>1</v></c></row>'), "16,384 columns"
    ),
    "a row at the end of the world": (
        book(HEAD + '<row r="99999999"><c r="A99999999"><v>1</v></c></row>'),
        "more than 1,048,576 rows",
    ),
    "many parts": (book(**{f"junk{n}.xml": b"<a/>" for n in range(1_100)}), "parts inside"),
    "formulas that were never computed": (
        book(HEAD + '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>1+1</f></c></row>'),
        "row 2, name: formula without a value",
    ),
    "half a workbook": (lambda folder: half(book()(folder)), "the workbook is damaged"),
    "a workbook without its middle": (book(**{"xl__workbook.xml": None}), "damaged"),
    "a workbook without a sheet it lists": (
        book(**{"xl__worksheets__sheet1.xml": None}), "damaged"
    ),
    "a page saved as a workbook": (
        raw(b"<html><body><table><tr><td>id</td></tr></table></body></html>", "a.xlsx"),
        "this is an HTML page under another name",
    ),
    "a workbook with a password": (raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xlsx"), "password"),
    "YAML with a million aliases": (table("a: &a [x]\nb: [*a]\n", "a.yaml"), "this is YAML"),
    "YAML that makes Python objects": (
        table("!!python/object/apply:os.system [true]\n", "a.yaml"), "this is YAML"
    ),
    "GraphML that laughs": (table(f"{laughs()}<graphml/>", "a.graphml"), "this is GraphML"),
    "GEXF that laughs": (table(f"{laughs()}<gexf/>", "a.gexf"), "this is GEXF"),
    "a pickle": (raw(b"\x80\x04cos\nsystem\n.", "a.pickle"), "never read"),
    "figures that float would take": (
        table("id,name,members\n" + "".join(
            f'c{n},N{n},"{text}"\n' for n, text in enumerate(
                ["1e309", "NaN", "inf", "-5", "1_000", "0x10", "٢٥٠", "1.234,5", "4,2", "1e3", "½"]
            ))),
        "row 12, members: '½' is not a figure",
    ),
}  # fmt: skip


def half(path: Path) -> Path:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def told(fault: PutAside) -> str:
    """Return a fault as a line, in the form in which the tests above look for it."""
    place = f"row {fault.row}" if fault.row else fault.file
    return f"{place}{f', {fault.column}' if fault.column else ''}: {fault.reason}"


def loaded(make: Maker, folder: Path, store: SqliteStore) -> Loaded:
    files = folder / "files"
    files.mkdir()
    return load([make(files)], store)


@pytest.mark.parametrize("attack", REFUSED)
def test_it_is_refused_in_plain_words_and_nothing_changes(
    attack: str, tmp_path: Path, project: SqliteStore
) -> None:
    make, seen = REFUSED[attack]
    before, start = digest(project), time.monotonic()
    done = loaded(make, tmp_path, project)

    assert done.is_refused
    assert any(re.search(seen, told(fault)) for fault in done.faults), list(map(told, done.faults))
    for fault in done.faults:
        assert fault.file
        assert fault.reason
        assert fault.remedy
        assert not re.search(r"Traceback|<class|0x[0-9a-f]{8}", fault.reason)
    assert digest(project) == before
    assert time.monotonic() - start < SECONDS
    assert sorted(path.name for path in tmp_path.iterdir()) == ["files", "mine.hanse"]


def test_figures_that_mean_something_are_not_refused_with_those_that_do_not(
    tmp_path: Path, project: SqliteStore
) -> None:
    make = table("id,name,members\nc1,A,250 - 300\nc2,B,about 100\nc3,C,~250\nc4,D,  42 \nc5,E,\n")
    done = loaded(make, tmp_path, project)
    counts = [c.counts.get("members") for c in PartnershipGraph.of(project).clusters()]

    assert done.faults == ()
    assert [str(count.interval) if count else None for count in counts] == [
        "250 to 300", "100", "250", "42", None,
    ]  # fmt: skip


# Each: the attack, and the name of the first cluster, which is text and nothing else.
HARMLESS: dict[str, tuple[Maker, str]] = {
    "a formula": (table('id,name,country\nc1,"=HYPERLINK(""http://x.example"")",FR\n'),
                  '=HYPERLINK("http://x.example")'),
    "a formula in full width": (table("id,name,country\nc1,\uff1d1+1,FR\n"), "\uff1d1+1"),
    "a script": (table("id,name,country\nc1,<script>alert(1)</script>,FR\n"),
                 "<script>alert(1)</script>"),
    "SPARQL": (table('id,name,country\nc1,"x"" } ; DELETE WHERE { ?s ?p ?o } #",FR\n'),
               'x" } ; DELETE WHERE { ?s ?p ?o } #'),
    "Cypher": (table("id,name,country\nc1,\\u0060) DETACH DELETE n //,FR\n"),
               "\\u0060) DETACH DELETE n //"),
    "the prototype of all objects": (table("id,name,__proto__\n__proto__,A,x\n"), "A"),
    "control characters": (table('id,name,country\nc1,"A\x0bB\x1bC\x07",FR\n'), "A BC"),
    "letters apart from their accents": (table("id,name,country\nc1,Po\u0302le,FR\n"), "Pôle"),
    "a mark before the first column": (table("\ufeffid,name,country\nc1,Médicen,FR\n"), "Médicen"),
    "UTF-16 with tabs": (
        table("id\tname\tcountry\nc1\tMédicen\tFR\n", encoding="utf-16"), "Médicen"
    ),
    "Latin-1": (table("id,name,country\nc1,Pôle santé,FR\n", encoding="latin-1"), "Pôle santé"),
    "a line that names the delimiter": (table("sep=;\nid;name;country\nc1;A;FR\n"), "A"),
    "a size that lies": (
        lambda folder: with_parts(
            book()(folder),
            {SHEET: sheet_xml(HEAD + text_row(2, "c1", "A", "FR"),
                              before='<dimension ref="A1:XFD1048576"/>')}), "A"),
    "a size that is too small": (
        lambda folder: with_parts(
            book()(folder),
            {SHEET: sheet_xml(HEAD + text_row(2, "c1", "A", "FR"),
                              before='<dimension ref="A1:B1"/>')}), "A"),
    "titles above the header": (
        book(text_row(1, "Partner screening 2017") + text_row(3, "id", "name", "country")
             + text_row(4, "c1", "A", "FR")), "A"),
    "escaped control characters": (book(HEAD + text_row(2, "c1", "a_x0001_b", "FR")), "ab"),
    "figures of Europe": (
        table("id;name;country;members;score\nc1;A;ES;1.250;3,75\n"), "A"),
}  # fmt: skip


@pytest.mark.parametrize("attack", HARMLESS)
def test_it_is_read_as_the_text_it_is(attack: str, tmp_path: Path, project: SqliteStore) -> None:
    make, name = HARMLESS[attack]
    done = loaded(make, tmp_path, project)

    assert done.faults == ()
    assert [c.name for c in PartnershipGraph.of(project).clusters()] == [name]


def test_an_address_that_would_run_is_kept_as_text_and_is_no_link(
    tmp_path: Path, project: SqliteStore
) -> None:
    loaded(table("id,name,website\nc1,A,javascript:alert(1)\n"), tmp_path, project)
    graph = PartnershipGraph.of(project)

    assert graph.clusters()[0].homepage is None
    assert graph.values("c1", "remark") == ("home page: javascript:alert(1)",)


def test_what_a_spreadsheet_ate_is_reported(tmp_path: Path, project: SqliteStore) -> None:
    row = (
        '<row r="2"><c r="A2"><v>1.234567890123457E19</v></c><c r="B2" t="b"><v>1</v></c>'
        '<c r="C2" t="inlineStr"><is><t>FR</t></is></c></row>'
    )
    done = loaded(book(HEAD + row + text_row(3, "007", "1E5", "FR")), tmp_path, project)

    assert [(r.value, r.text) for r in done.remarks] == [
        ("12345678901234570000",
         "a number of more than 15 digits, which a spreadsheet does not keep exactly"),
        ("TRUE", "read as text from a cell of yes or no"),
    ]  # fmt: skip
    assert [(c.id, c.name) for c in PartnershipGraph.of(project).clusters()] == [
        ("007", "1E5"),
        ("12345678901234570000", "TRUE"),
    ]


def test_the_same_name_in_two_forms_is_remarked_on(tmp_path: Path, project: SqliteStore) -> None:
    text = "id,name,country\nc1,P\u00f4le,FR\nc2,Po\u0302le,FR\n"
    done = loaded(table(text), tmp_path, project)

    assert [r.text for r in done.remarks] == [
        "has the name of row 2; if both are one, remove one of the rows"
    ]


def test_a_table_without_rows_leaves_what_is_there(tmp_path: Path, project: SqliteStore) -> None:
    done = loaded(table("id,name,country,region,members,sector,website\n"), tmp_path, project)

    assert (done.taken, done.faults) == ({}, ())
    assert "no rows under the header" in [remark.text for remark in done.remarks]


def test_ten_thousand_different_faults_take_no_longer_than_they_are_many(
    tmp_path: Path, project: SqliteStore
) -> None:
    text = io.StringIO()
    text.write("cluster,partnership\n")
    text.writelines(f"nobody-{n},nothing-{n}\n" for n in range(10_000))
    start = time.monotonic()
    done = loaded(table(text.getvalue(), "memberships.csv"), tmp_path, project)

    assert len(done.faults) == 20_000
    assert time.monotonic() - start < SECONDS


def test_ten_thousand_countries_that_are_none_take_no_longer_either(
    tmp_path: Path, project: SqliteStore
) -> None:
    text = "name,country\n" + "".join(f"A{n},Landia{n}\n" for n in range(10_000))
    start = time.monotonic()

    assert len(loaded(table(text), tmp_path, project).faults) == 10_000
    assert time.monotonic() - start < SECONDS
