"""Statements are constants, parameters carry the rest, and no form that clusters lack is used."""

import ast
import re
from pathlib import Path

import pytest

from hanse.graph.stores.neo4j.layout import definitions
from hanse.graph.stores.neo4j.statements import FOLDER, names, statement

PACKAGE = Path(str(FOLDER)).parent
# What docs/scaling.md lists as forbidden or slow on clusters, composite and sharded databases.
FORBIDDEN = {
    "a procedure that plain servers lack": r"\bapoc\.|\bgds\.",
    "reading files or addresses": r"\bLOAD\s+CSV\b",
    "a path without a bound": r"\[[^\]]*\*\s*(?:\]|\d*\.\.\s*\])",
    "the old notation for paths": r"\[[^\]]*\*\s*\d",
    "transactions of its own": r"\bIN\s+(?:\d+\s+CONCURRENT\s+)?TRANSACTIONS\b",
    "ids of the server": r"\b(?:elementId|id)\s*\(",
    "text put into text": r"'\s*\+|\+\s*'|\{\{|%s",
    "a dialect of its own": r"^\s*CYPHER\b",
    "everything there is": r"MATCH\s*\(\s*\w*\s*\)\s*(?:RETURN|WITH|SET|DETACH|DELETE|WHERE|$)",
}


def text_of(name: str) -> str:
    kept = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8")
    return "\n".join(line for line in kept.splitlines() if not line.startswith("//"))


@pytest.mark.parametrize("name", names())
def test_no_statement_uses_a_form_that_is_forbidden_or_slow_where_it_must_run(name: str) -> None:
    text = text_of(name)
    found = [why for why, form in FORBIDDEN.items() if re.search(form, text, re.I | re.M)]

    assert found == []


@pytest.mark.parametrize("name", names())
def test_every_statement_says_what_it_is_for(name: str) -> None:
    assert (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").startswith("// ")


@pytest.mark.parametrize("name", names())
def test_labels_and_types_that_vary_are_parameters_and_never_sought_by(name: str) -> None:
    """A label given as a parameter uses no index: it may be set, not matched."""
    for line in text_of(name).splitlines():
        if re.search(r":\$\(", line):
            assert re.match(r"\s*(?:SET|REMOVE|CREATE \(\w\)-\[)", line), line


def test_every_statement_is_used_by_its_name_and_every_name_has_its_statement() -> None:
    texts = [ast.parse(file.read_text(encoding="utf-8")) for file in PACKAGE.glob("*.py")]
    constants = {
        node.value
        for tree in texts
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert [name for name in names() if name not in constants] == []


def test_a_statement_is_the_text_of_its_file() -> None:
    assert "UNWIND $rows" in statement("claims_put")


def test_nothing_is_formatted_into_a_statement_but_names_of_the_schema() -> None:
    """Only the layout builds statements, of the schema's own checked names."""
    for file in PACKAGE.glob("*.py"):
        source = file.read_text(encoding="utf-8")
        found = re.findall(r"f\"[^\"]*\b(?:MATCH|MERGE|UNWIND)\b", source)

        assert found == [], file.name
    assert all(text.startswith("CREATE ") for text in definitions())
