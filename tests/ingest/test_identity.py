"""Only what is certain is linked. The names are those of two texts, and of usual variants."""

import csv
import json
from importlib.resources import files
from pathlib import Path

import pytest
from tests.builders import claim, cluster, thing

from hanse.ingest.countries import read_country
from hanse.ingest.identity import Known, Link, Organisation, organisations

EXPECTED = Path(__file__).parent.parent / "data" / "expected.json"
QUERIES = json.loads(EXPECTED.read_text(encoding="utf-8"))["names"]["queries"]
# Named in the texts beside the annex.
OTHERS = {
    "Optence e.V.": "DE",
    "BioPro Baden-Wuerttemberg GmbH": "DE",
    "ZAB Brandenburg": "DE",
    "BioSA": "AU",
    "Health Industries South Australia": "AU",
    "Chuncheon Bioindustry Foundation": "KR",
    "Osaka Bio Headquarters": "JP",
    "TOHealth!": "CA",
}


def organisation(name: str, country: str | None = "DE", *more: str) -> Organisation:
    countries = frozenset([country] if country else [])
    return Organisation(id=name, names=(name, *more), countries=countries)


def annex() -> list[Organisation]:
    text = (files("hanse.ingest.cases.annex") / "clusters.csv").read_text(encoding="utf-8")
    rows = {row["name"]: row["country"] for row in csv.DictReader(text.splitlines())}
    return [organisation(name, country) for name, country in (rows | OTHERS).items()]


def linked(name: str, country: str | None, *known: Organisation) -> str | None:
    found = Known(known or annex()).same(organisation(name, country))
    return found.id if found else None


def test_of_sixty_spellings_none_is_linked_wrongly_and_most_are_linked() -> None:
    known = Known(annex())
    links = {
        (name, right): known.same(organisation(name, read_country(country)))
        for name, country, right in QUERIES
    }
    made = [(right, link.id) for (_, right), link in links.items() if link]

    assert len(QUERIES) == 60
    assert [pair for pair in made if pair[0] != pair[1]] == []
    assert len(made) >= 33


def test_no_two_clusters_of_the_annex_are_taken_for_one() -> None:
    every = annex()

    assert [o.name for o in every if Known([k for k in every if k is not o]).same(o)] == []


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("LITEKA", "LITEK", "LT"),
        ("CataloniaBio", "Biocat (Bioregion of Catalonia)", "ES"),
        ("BioM", "BioM2", "DE"),
        ("Technology Mountains e.V.", "Medical Mountains GmbH", "DE"),
        ("TechnologyMountains", "MedicalMountains AG.", "DE"),
        ("PLASTIWIN", "BioWin", "BE"),
        ("Cluster Lombardo Mobilità", "Cluster Lombardo Scienze della Vita", "IT"),
        ("Lithuanian Medical Device Cluster", "Lithuanian Medical Tourism Cluster", "LT"),
        ("Silicon Bavaria", "Silicon Saxony", "DE"),
    ],
)
def test_alike_is_not_the_same(one: str, other: str, country: str) -> None:
    assert linked(one, country, organisation(other, country)) is None
    assert linked(other, country, organisation(one, country)) is None


def test_the_same_name_in_another_country_or_in_none_is_not_linked() -> None:
    assert linked("BioValley", "FR", organisation("BioValley", "CH")) is None
    assert linked("BioValley", None, organisation("BioValley", "CH")) is None
    assert linked("BioValley", None, organisation("BioValley", None)) is None


def test_what_fits_several_is_left_to_a_person() -> None:
    two = (organisation("Optonet Jena"), organisation("OptoNet Thüringen e.V."))

    assert linked("OptoNet", "DE", *two) is None


def test_what_fits_two_that_were_judged_to_be_one_is_linked_to_what_stands_for_both() -> None:
    two = (organisation("Optonet Jena"), organisation("OptoNet Thüringen e.V."))
    known = Known(two, merged={"Optonet Jena": "OptoNet Thüringen e.V."})

    assert known.same(organisation("OptoNet")) == Link(
        id="OptoNet Thüringen e.V.", reason="the same core, 'optonet', in DE"
    )


def test_organisations_are_the_clusters_that_claims_describe() -> None:
    claims = cluster("BIOCAT", country="ES", aliases=["Bioregion of Catalonia"])
    claims += thing("managing_body", "LITEKA")
    claims += [claim("biocat", "alias", "Guess", status="conjecture")]

    assert organisations(claims) == (
        Organisation(
            id="biocat",
            names=("BIOCAT", "Bioregion of Catalonia"),
            countries=frozenset(["ES"]),
            weight=5,
        ),
    )
