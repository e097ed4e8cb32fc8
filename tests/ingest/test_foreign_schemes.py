"""A concept of another scheme is a category of a scheme of its own, and never one of ours."""

from collections.abc import Collection

import pytest

from hanse.graph.claims import Claim
from hanse.graph.model import SCHEMES
from hanse.graph.rdf.skos import Concept, ForeignScheme
from hanse.graph.store import PutAside
from hanse.ingest.foreign_schemes import SchemeReading

TECH = "http://example.org/tech"


def read(
    *concepts: Concept, known: Collection[str] | None = None
) -> tuple[list[Claim], list[PutAside]]:
    scheme = ForeignScheme(titles={TECH: "Technologies"}, concepts=concepts, not_read={})
    return SchemeReading(scheme=scheme, file="tech.ttl", source="file:tech.ttl", known=known).read()


def concept(name: str, *labels: tuple[str, str], **more: object) -> Concept:
    said = {"labels": labels or (("en", name.capitalize()),), "schemes": (TECH,), **more}
    return Concept(iri=f"{TECH}/{name}", **said)  # type: ignore[arg-type]


def said(claims: list[Claim], predicate: str) -> dict[str, object]:
    return {claim.subject: claim.value for claim in claims if claim.predicate == predicate}


def test_a_concept_becomes_a_category_of_a_scheme_of_its_own() -> None:
    claims, faults = read(concept("photonics"))

    assert faults == []
    assert said(claims, "kind") == {"example-org-tech:photonics": "category"}
    assert said(claims, "scheme") == {"example-org-tech:photonics": "example-org-tech"}
    assert "example-org-tech" not in SCHEMES


def test_its_iri_is_the_place_where_it_is_stated() -> None:
    claims, _ = read(concept("photonics"))

    assert {(c.source, c.locator) for c in claims} == {
        ("file:tech.ttl", "<http://example.org/tech/photonics>")
    }


def test_labels_in_other_languages_are_other_names() -> None:
    claims, _ = read(
        concept("light", ("en", "Light"), ("fr", "Lumière"), other_labels=(("en", "Photonics"),))
    )
    aliases = {c.value: c.role for c in claims if c.predicate == "alias"}

    assert aliases == {"Lumière": "translation", "Photonics": "spelling"}


def test_a_narrower_concept_is_part_of_the_broader_one() -> None:
    claims, _ = read(concept("laser", broader=(f"{TECH}/light", f"{TECH}/gone")), concept("light"))

    assert said(claims, "part_of") == {"example-org-tech:laser": "example-org-tech:light"}


@pytest.mark.parametrize("relation", ["exact_match", "close_match"])
def test_a_match_with_one_of_ours_is_a_claim_of_the_file(relation: str) -> None:
    other = "https://hanse.invalid/id/s3_priority:photonics"
    claims, faults = read(
        concept("photonics", matches=((relation, other),)), known={"s3_priority:photonics"}
    )

    assert faults == []
    assert said(claims, relation) == {"example-org-tech:photonics": "s3_priority:photonics"}


def test_a_match_with_what_the_project_does_not_know_is_told() -> None:
    other = "https://hanse.invalid/id/s3_priority:fotonics"
    claims, (fault,) = read(
        concept("photonics", matches=(("exact_match", other),)), known={"s3_priority:photonics"}
    )

    assert claims == []
    assert fault.reason == "no category is 's3_priority:fotonics'"
    assert fault.value == other


def test_a_match_with_a_scheme_that_is_not_at_hand_says_nothing_of_ours() -> None:
    claims, faults = read(concept("a", matches=(("exact_match", "http://other.org/x"),)))

    assert faults == []
    assert said(claims, "exact_match") == {}


def test_two_concepts_of_one_label_stay_two() -> None:
    claims, _ = read(concept("l1", ("en", "Light")), concept("l2", ("en", "Light")))

    assert sorted(said(claims, "kind")) == ["example-org-tech:light", "example-org-tech:light-l2"]


def test_two_schemes_of_one_title_stay_two() -> None:
    other = concept("b", ("en", "Light"), schemes=("http://other.org/tech",))
    claims, _ = read(concept("a", ("en", "Light")), other)

    assert sorted(said(claims, "kind")) == ["example-org-tech:light", "other-org-tech:light"]


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        (Concept(iri=None, labels=(("", "Blank"),)), "the concept has no IRI"),
        (Concept(iri=f"{TECH}/x"), "the concept has no label"),
        (Concept(iri=f"{TECH}/x", labels=(("", "a\x00b\u202ec"),)), "control characters"),
    ],
)
def test_a_concept_that_cannot_be_read_is_told_and_stops_no_other(
    odd: Concept, reason: str
) -> None:
    claims, (fault,) = read(odd, concept("light"))

    assert reason in fault.reason
    assert fault.remedy
    assert list(said(claims, "name").values()) == ["Light"]


def test_a_scheme_without_an_iri_is_called_after_its_file() -> None:
    scheme = ForeignScheme(titles={}, not_read={}, concepts=(
        Concept(iri=f"{TECH}/a", labels=(("", "A"),)),
    ))  # fmt: skip
    claims, _ = SchemeReading(scheme=scheme, file="my list.ttl", source="file:x").read()

    assert said(claims, "scheme") == {"my-list:a": "my-list"}
