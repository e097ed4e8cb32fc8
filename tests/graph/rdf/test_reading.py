"""Every statement node becomes a claim or is told as a fault; nothing is dropped in silence."""

import pytest
from pyoxigraph import RdfFormat, parse
from tests.builders import claim

from hanse.graph.rdf.project import ReadProject, project_of, project_quads
from hanse.graph.rdf.terms import PREFIXES

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
GOOD = (
    "[] a rdf:Statement ; rdf:subject id:biocat ; rdf:predicate skos:prefLabel ;"
    ' rdf:object "BIOCAT" ; prov:wasDerivedFrom source:d41 ; hanse:locator "row 9" .\n'
)


def read(turtle: str) -> ReadProject:
    return project_of(parse(HEAD + turtle, format=RdfFormat.TURTLE), file="mine.ttl")


def told(turtle: str) -> list[tuple[str | None, str]]:
    return [(fault.column, fault.reason) for fault in read(turtle).put_aside]


def test_a_statement_that_a_person_wrote_is_a_claim() -> None:
    assert read(GOOD).claims == (claim(source="d41", locator="row 9"),)
    assert read(GOOD).put_aside == ()


def test_a_figure_that_a_person_wrote_is_a_quantity() -> None:
    turtle = GOOD.replace("skos:prefLabel", "hanse:members").replace(
        '"BIOCAT"', '[ a hanse:Quantity ; rdf:value 300 ; hanse:unit "members" ]'
    )

    (found,) = read(turtle).claims

    assert str(found.value) == "300"


@pytest.mark.parametrize(
    ("change", "column", "reason"),
    [
        ((' ; hanse:locator "row 9"', ""), None, "a claim needs a subject"),
        (("; prov:wasDerivedFrom source:d41 ", ""), "prov:wasDerivedFrom", "is missing"),
        (("source:d41", "<http://example.org/d41>"), "prov:wasDerivedFrom", "does not fit"),
        (("id:biocat", "<http://example.org/biocat>"), "rdf:subject", "does not fit"),
        (("skos:prefLabel", "<http://example.org/name>"), "rdf:predicate", "does not fit"),
        (('"BIOCAT"', '"maybe"^^xsd:boolean'), "rdf:object", "'maybe' is no boolean"),
        (('"BIOCAT"', '"BIOCAT"@ca'), "rdf:object", "a language"),
        (('"BIOCAT"', '"A" , "B"'), "rdf:object", "is stated twice"),
        (('"BIOCAT"', '"  "'), None, "name is blank"),
        (('hanse:locator "row 9"', 'hanse:locator "a", "b"'), "hanse:locator", "stated twice"),
        (('hanse:locator "row 9"', 'hanse:locator "a" ; hanse:asOf "soon"'), None, "not a date"),
        (('hanse:locator "row 9"', 'hanse:locator "a" ; hanse:status "odd"'), None, "no status"),
        (("skos:prefLabel", "org:memberOf"), None, ""),
    ],
)
def test_a_statement_at_fault_is_told_with_its_property(
    change: tuple[str, str], column: str | None, reason: str
) -> None:
    turtle = GOOD.replace(*change)
    if not reason:  # a relation whose other end is a text is kept as it is stated
        assert [c.value for c in read(turtle).claims] == ["BIOCAT"]
        return

    (fault,) = told(turtle)

    assert fault[0] == column
    assert reason in fault[1]
    assert read(turtle).claims == ()


def test_one_statement_at_fault_takes_no_other_with_it() -> None:
    read_both = read(GOOD + GOOD.replace("source:d41", "<http://example.org/d41>"))

    assert len(read_both.claims) == 1
    assert len(read_both.put_aside) == 1


def test_a_triple_that_no_statement_accounts_for_is_told() -> None:
    (fault,) = read(GOOD + 'id:biocat skos:altLabel "Bio" .').put_aside

    assert fault.reason == "no statement says who says this"
    assert (fault.sheet, fault.column, fault.value) == ("id:biocat", "skos:altLabel", "Bio")
    assert "prov:wasDerivedFrom" in fault.remedy


def test_what_a_statement_says_need_not_be_said_twice() -> None:
    assert read(GOOD + 'id:biocat skos:prefLabel "BIOCAT" .').put_aside == ()


def test_what_contradicts_its_statement_is_told() -> None:
    assert told(GOOD + 'id:biocat skos:prefLabel "BIOCAT GmbH" .') == [
        ("skos:prefLabel", "no statement says who says this")
    ]


def test_an_unknown_property_of_a_statement_is_told() -> None:
    turtle = GOOD.replace('"row 9"', '"row 9" ; <http://example.org/mood> "good"')

    assert told(turtle) == [("http://example.org/mood", "no statement says who says this")]


def test_scores_are_results_and_pass() -> None:
    assert read(GOOD + "id:biocat score:fit 0.5 .").put_aside == ()


def test_a_flood_of_foreign_triples_is_told_in_one_line_in_the_end() -> None:
    flood = "".join(f'id:biocat <http://e.org/{n}> "x" .\n' for n in range(1100))

    faults = read(GOOD + flood).put_aside

    assert len(faults) == 1001
    assert faults[-1].reason == "100 more triples: no statement says who says this"


def test_the_line_of_a_fault_is_told_where_the_text_shows_it() -> None:
    quads = [*project_quads([claim()])]
    wrong = parse(HEAD + 'id:biocat skos:altLabel "Bio" .', format=RdfFormat.TURTLE)

    found = project_of([*quads, *wrong], file="mine.ttl", line=lambda _: 7)

    assert found.put_aside[0].row == 7


def test_an_edited_statement_is_still_read() -> None:
    """A node's number follows from what it says; a person who edits it need not know that."""
    quads = [q for q in project_quads([claim(role="old")]) if "role" not in q.predicate.value]

    found = project_of(quads)

    assert found.claims == (claim(),)
    assert found.put_aside == ()
