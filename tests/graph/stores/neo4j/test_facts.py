"""What the graph in the server shows is what the fold of the claims shows."""

from tests.builders import claim, cluster, thing

from hanse.graph.claims import Claim
from hanse.graph.quantities import Quantity
from hanse.graph.stores.neo4j.facts import by_stand, thing_of, ties_of


def counted(value: float, source: str = "test") -> Claim:
    quantity = Quantity(value=value, unit="companies")
    return claim("biocat", "companies", quantity, source=source)


def test_a_thing_has_the_label_of_its_kind_and_its_names() -> None:
    node = thing_of("biocat", cluster("BIOCAT", country="ES", aliases=["Bio Cat"]))

    assert node.label == "ClusterOrganisation"
    assert node.properties["name"] == "BIOCAT"
    assert node.properties["aliases"] == ["Bio Cat"]
    assert node.properties["country"] == "ES"


def test_what_nobody_described_has_no_label_and_no_properties() -> None:
    node = thing_of("biocat", [claim("biocat", "country", "ES")])

    assert (node.label, node.properties) == (None, {})


def test_a_kind_that_the_schema_does_not_know_never_becomes_a_label() -> None:
    node = thing_of("x", thing("Cluster`) DETACH DELETE n //", "X", id="x"))

    assert node.label is None


def test_an_attribute_that_the_schema_does_not_know_never_becomes_a_property() -> None:
    node = thing_of("x", [*thing("cluster", "X", id="x"), claim("x", "n}) DELETE n //", "v")])

    assert set(node.properties) == {"kind", "name", "keys", "words", "nameKey"}


def test_a_thing_is_found_by_all_its_names_as_names_are_compared() -> None:
    said = [*thing("cluster", "Elastopôle", id="x"), claim("x", "alias", "To-Health")]

    properties = thing_of("x", said, former=["old-id"]).properties

    assert properties["keys"] == ["elastopole", "old id", "to health", "x"]
    assert properties["words"] == "elastopole health id old to x"


def test_a_count_is_a_range_and_statements_that_differ_span_it() -> None:
    said = [*thing("cluster", "BIOCAT"), counted(100, "d41"), counted(120, "nl")]

    properties = thing_of("biocat", said).properties
    assert (properties["companiesLow"], properties["companiesHigh"]) == (100, 120)
    trusted = thing_of("biocat", said, trust=["nl"]).properties
    assert (trusted["companiesLow"], trusted["companiesHigh"]) == (120, 120)


def test_an_unknown_end_is_not_there() -> None:
    more = Quantity(value=300, unit="companies", qualifier="at_least")

    properties = thing_of("b", [*thing("cluster", "B", id="b"), claim("b", "companies", more)])
    assert "companiesHigh" not in properties.properties


def test_values_of_two_types_become_texts_for_a_server_keeps_lists_of_one_type() -> None:
    said = [claim("b", "remark", value) for value in (True, 2, "three")]

    node = thing_of("b", [*thing("cluster", "B", id="b"), *said])
    assert node.properties["remarks"] == ["2", "True", "three"]


def test_a_tie_carries_when_it_held_and_who_says_so() -> None:
    (tie,) = ties_of([claim("a", "member_of", "p", since="2016", as_of="2017", role="lead")])

    assert (tie.type, tie.start, tie.end) == ("MEMBER_OF", "a", "p")
    assert tie.properties == {
        "source": "test",
        "since": "2016",
        "asOf": "2017",
        "role": "lead",
        "status": "stated",
    }


def test_a_conjecture_builds_nothing() -> None:
    assert ties_of([claim("a", "member_of", "p", status="conjecture", note="guess")]) == []
    guess = claim("a", "kind", "cluster", status="conjecture", note="guess")
    assert thing_of("a", [guess]).label is None


def test_all_that_are_the_same_are_asked_for_together() -> None:
    assert by_stand({"b": "a", "c": "a"}, ["c", "x"]) == {"a": {"a", "b", "c"}, "x": {"x"}}
