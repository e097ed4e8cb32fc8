"""A question in SPARQL has the answer that Python gives, within its deadline."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Store
from tests.builders import category, claim, cluster, market, partnership, project

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput, UnknownName, UserMistake
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rdf.nodes import read_as
from hanse.graph.rdf.project import project_quads
from hanse.graph.rdf.queries import SHIPPED, Answer, ask, shipped_query
from hanse.graph.rdf.query_worker import answered, loaded
from hanse.graph.rdf.writing import serialise
from hanse.graph.schema import schema

ENOUGH = [
    *cluster("BIOCAT", country="ES", categories={"technology_field": ["Optics", "Lasers"]}),
    *cluster("LITEK", categories={"technology_field": ["Optics"], "s3_priority": ["Optics"]}),
    *cluster("Nameless"),
    *market("Brazil"),
    *partnership("LASER-GO", targets=["brazil"]),
    claim("biocat", "member_of", "laser-go", since="2016", role="founder"),
    claim("litek", "member_of", "laser-go", status="conjecture"),
    claim("biocat", "works_with", "litek", locator="page 2"),
    claim("biocat", "works_with", "nobody"),
]


def rows(answer: Answer) -> set[tuple[str | None, ...]]:
    return {tuple(None if cell is None else str(cell) for cell in row) for row in answer.rows}


def asked(claims: list[Claim], name: str, **where: str) -> set[tuple[str | None, ...]]:
    return rows(ask(project_quads(claims), shipped_query(name), where=where))


# -- what Python says ------------------------------------------------------------------------


def searched(graph: PartnershipGraph) -> set[tuple[str | None, ...]]:
    return {
        (c.id, c.name, c.country, graph.category(k).scheme, graph.category(k).label)
        for c in graph.clusters()
        for k in c.category_ids
    }


def neighbours(graph: PartnershipGraph, thing: str) -> set[tuple[str | None, ...]]:
    ties = [(t, "out", t.other) for r in schema().relations for t in graph.ties(thing, r)]
    ties += [(t, "in", t.subject) for r in schema().relations for t in graph.ties_to(thing, r)]
    return {
        (thing, way, tie.predicate, other, tie.role, tie.since, tie.until,
         f"source:{tie.source}", tie.locator)
        for tie, way, other in ties
    }  # fmt: skip


def members(graph: PartnershipGraph) -> set[tuple[str | None, ...]]:
    return {
        (p.id, m.cluster, m.role, m.since, m.until) for p in graph.partnerships() for m in p.members
    }


# -- the shipped queries -----------------------------------------------------------------------


def test_search_finds_what_python_finds() -> None:
    assert asked(ENOUGH, "search") == searched(project(ENOUGH))


def test_search_is_narrowed_down_by_what_is_put_in() -> None:
    narrowed = {row for row in searched(project(ENOUGH)) if row[4] == "Optics" and row[2] == "ES"}

    assert asked(ENOUGH, "search", label="Optics", country="ES") == narrowed


@pytest.mark.parametrize("thing", ["biocat", "laser-go", "brazil", "technology_field:optics"])
def test_the_neighbourhood_is_the_one_of_the_graph(thing: str) -> None:
    assert asked(ENOUGH, "neighbourhood", thing=thing) == neighbours(project(ENOUGH), thing)


def test_memberships_are_those_of_the_graph() -> None:
    found = asked(ENOUGH, "memberships")

    assert found == members(project(ENOUGH)) == {("laser-go", "biocat", "founder", "2016", None)}


names = st.sampled_from(["a", "b's", 'ć "d"', "<e>", "f\\g"])
ties = st.lists(
    st.builds(
        claim,
        names.map(lambda name: f"id of {name}"),
        st.sampled_from(["member_of", "works_with", "classified_as"]),
        st.sampled_from(["id of a", "id of <e>", "p", "technology_field:optics"]),
        role=st.sampled_from([None, "founder"]),
        since=st.sampled_from([None, "2016", "2016-04"]),
        status=st.sampled_from(["stated", "conjecture"]),
    ),
    max_size=8,
)


def here(store: Store, name: str, **where: str) -> set[tuple[str | None, ...]]:
    """Ask in this process, for a process of its own takes half a second to start."""
    told = answered(store, {"query": shipped_query(name), "where": where, "rows": 10_000})
    found = told["rows"]
    assert isinstance(found, list)
    return {tuple(cell[1] and read(cell) if cell else None for cell in row) for row in found}


def read(cell: list[str]) -> str:
    return read_as(NamedNode(cell[1])) if cell[0] == "iri" else cell[1]


@settings(max_examples=12)
@given(st.sets(names), ties)
def test_on_any_graph_sparql_and_python_agree(described: set[str], made: list[Claim]) -> None:
    claims = [c for name in described for c in cluster(name, id=f"id of {name}")] + made
    claims += [*partnership("p"), *category("technology_field", "Optics")]
    graph, store = project(claims), loaded(serialise(project_quads(claims), ".nq"))

    assert here(store, "search") == searched(graph)
    assert here(store, "memberships") == members(graph)
    for thing in graph.ids("cluster", "partnership", "category"):
        assert here(store, "neighbourhood", thing=thing) == neighbours(graph, thing)


# -- asking ------------------------------------------------------------------------------------


def test_a_source_is_a_graph() -> None:
    quads = project_quads([claim(source="d41"), claim(source="news", value="Biocat")])
    query = "SELECT ?source ?name { GRAPH ?source { id:biocat skos:prefLabel ?name } }"

    assert rows(ask(quads, query)) == {("source:d41", "BIOCAT"), ("source:news", "Biocat")}


def test_yes_or_no_is_an_answer() -> None:
    assert ask(project_quads(ENOUGH), "ASK { id:biocat org:memberOf id:laser-go }").boolean is True
    assert ask(project_quads(ENOUGH), "ASK { id:litek org:memberOf id:laser-go }").boolean is False


def test_triples_come_as_rows_of_three() -> None:
    query = "CONSTRUCT { ?a hanse:knows ?b } { ?a hanse:worksWith ?b }"

    answer = ask(project_quads(ENOUGH), query)

    assert answer.variables == ("subject", "predicate", "object")
    assert ("biocat", "hanse:knows", "litek") in rows(answer)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a ?d ?g ?j LIMIT 1",
    ],
)
def test_a_query_that_does_not_end_is_ended(query: str) -> None:
    started = time.monotonic()

    with pytest.raises(UserMistake, match="did not end within 1 seconds") as fault:
        ask(project_quads(ENOUGH), query, seconds=1)

    assert fault.value.exit_status == 2
    assert "narrow the query down" in fault.value.hint
    assert time.monotonic() - started < 8


def test_a_pattern_that_exhausts_others_is_answered() -> None:
    """Backtracking takes for ever on (a+)+; this engine does not go back."""
    claims = [claim("biocat", "alias", "a" * 60 + "!")]
    query = 'SELECT * WHERE { ?s ?p ?o FILTER(REGEX(STR(?o), "^(a+)+$")) }'

    assert ask(project_quads(claims), query, seconds=5).rows == ()


def test_more_rows_than_allowed_are_refused() -> None:
    with pytest.raises(BadInput, match="more than 10 rows") as fault:
        ask(project_quads(ENOUGH), "SELECT * { ?s ?p ?o }", most_rows=10)
    assert "LIMIT" in fault.value.hint


@pytest.mark.parametrize("value", ['x" } ; DELETE WHERE { ?s ?p ?o } #', "> . } } ; DROP ALL #"])
def test_a_value_that_is_asked_for_is_never_read_as_a_query(value: str) -> None:
    assert asked(ENOUGH, "search", label=value) == set()


@pytest.mark.parametrize("query", ["SELECT ?s { ?s ?p ?o }", "ASK { ?s ?p ?o }"])
def test_what_the_query_does_not_select_cannot_be_asked_for(query: str) -> None:
    with pytest.raises(BadInput, match=r"the query selects no \?colour"):
        ask(project_quads(ENOUGH), query, where={"colour": "red"})


def test_what_is_unknown_is_nothing_that_was_asked_for() -> None:
    """Litek's country is not stated: asking for Spain must neither find it nor fill it in."""
    assert {row[0] for row in asked(ENOUGH, "search", country="ES")} == {"biocat"}


def test_the_shipped_queries_go_by_name_and_say_how_they_are_asked() -> None:
    assert all("hanse sparql" in shipped_query(f"{name}.rq") for name in SHIPPED)
    with pytest.raises(UnknownName, match="no query is called 'serch'") as fault:
        shipped_query("serch")
    assert "search" in fault.value.hint
