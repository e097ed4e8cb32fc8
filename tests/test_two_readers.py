"""Two readers, each with one document open: what they meet there, `hanse show` knows, and where.

A dozen places of each document or more, spread over its sections, part of them drawn at random;
each is asked for by a name that stands in the text.
"""

import json
from functools import cache
from typing import NamedTuple, cast

import pytest
from tests.running import hanse


class Met(NamedTuple):
    """What a reader meets: of whom, in which words of ours or whose name, and where."""

    name: str
    what: str
    place: str


GUIDE = (
    Met("LASER-GO project", "688904", "cover"),
    Met("LASER-GO project", "D4.2 Partnership Agreement", "Introduction, page 6"),
    Met("LASER-GO", "smart cities", "section 1, page 7"),
    Met("LASER-GO", "on time", "section 1, page 7"),
    Met("LASER-GO", "southeast-asia", "section 2, page 8"),
    Met("ESCP-4i", "European Commission", "section 2, page 8"),
    Met("ESCP-4i", '"value": 10, "unit": "voluntary_partnerships"', "section 2.1, page 8"),
    Met("ECCP", '"value": 547', "section 2.2, page 9"),
    Met("Medicen Paris Region", '"unit": "technology_areas"', "section 2.2, page 10"),
    Met("Beauty Cluster Barcelona", '"value": 100', "section 2.2, page 11"),
    Met("BIOPRO Baden-Württemberg", "endoscopy", "section 2.3, page 11"),
    Met("ZAB Brandenburg", "funding", "section 2.3, page 12"),
    Met("Optence", "optecnet-deutschland", "section 3.2, page 17"),
    Met("LITEK", "photonics", "annex, row 55"),
    Met("Health Valley Netherlands", "health-information-management", "annex, row 35"),
)
NEWSLETTER = (
    Met("COSME", "world-class clusters", "Interview, question 1"),
    Met("ESCP-4i", '"value": 17000', "Interview, question 2"),
    Met("ESCP-4i", "what is judged", "Interview, question 3"),
    Met("bioXclusters plus", "exit strategy", "Interview, question 4"),
    Met("eLSI platform", "middle-east", "SME tools, eLSI"),
    Met("EasySpeak", "glossaries", "SME tools, EasySpeak"),
    Met("EU-Japan Cluster Matchmaking Event", "regenerative medicine",
        "Matchmaking events and trade missions, Cologne"),
    Met("BioJapan 2016", "main fair", "Trade Mission to Japan"),
    Met("Osaka Bio Headquarters", "agreement-osaka-2016",
        "New agreements with International Gateways, Osaka"),
    Met("Canada-Europe Cluster to Cluster workshop", "regenerative medicine",
        "Upcoming activities, Canada cluster matchmaking"),
    Met("Toronto Health Innovation Week", "2017-04-07",
        "Our gateways' activities, Toronto Health Innovation Week"),
    Met("The two organisations in Adelaide", '"value": 13000',
        "Our gateways' activities, Clinical Trials Webinar"),
    Met("bioXclusters plus", "bioxclusters", "About bioXclusters plus"),
)  # fmt: skip


@cache
def statements(name: str) -> tuple[tuple[str, str, str], ...]:
    """Return what `hanse show` tells of a name: document, place and the statement itself."""
    document = hanse("show", name, "--json").document
    said = [*document["facts"], *document["relations"]]
    places = [cast("dict[str, str]", one["source"]) for one in said]
    texts = [json.dumps({**one, "source": None}, ensure_ascii=False) for one in said]
    return tuple(
        (place["document"], place["locator"], text)
        for place, text in zip(places, texts, strict=True)
    )


@pytest.mark.parametrize(
    ("document", "met"), [*(("d41", m) for m in GUIDE), *(("newsletter", m) for m in NEWSLETTER)]
)
def test_what_a_reader_meets_is_shown_with_its_place(document: str, met: Met) -> None:
    found = [
        text for source, place, text in statements(met.name)
        if (source, place) == (document, met.place) and met.what in text
    ]  # fmt: skip

    assert found, f"{met.name}: {met.what} at {met.place}"
