"""Countries by code and by name in five languages; nothing near is taken for the thing."""

import pytest

from hanse.graph.errors import BadInput
from hanse.ingest.countries import country_name, country_names, is_country, read_country

NAMES = {
    "FR": ["FR", "fr", "FRA", "France", "Frankreich", "Francia"],
    "DE": ["Germany", "Allemagne", "Deutschland", "Alemania", "Germania"],
    "NL": ["Netherlands", "The Netherlands", "Pays-Bas", "Niederlande", "Países Bajos", "Olanda"],
    "CZ": ["Czechia", "Czech Republic", "Tchéquie", "Tschechien", "Chequia", "Cechia"],
    "GB": ["GB", "UK", "United Kingdom", "Royaume-Uni", "Vereinigtes Königreich", "Scotland"],
    "GR": ["EL", "GR", "Greece", "Grèce", "Griechenland", "Grecia"],
    "KR": ["South Korea", "Korea, Republic of", "Republic of Korea", "Corea del sud"],
    "US": ["USA", "U.S.", "United States", "États-Unis", "Estados Unidos", "EE.UU."],
    "TR": ["Turkey", "Türkiye", "Türkei", "Turquie", "Turquía"],
    "XK": ["XK", "Kosovo"],
}


@pytest.mark.parametrize(
    ("name", "code"), [(name, code) for code, names in NAMES.items() for name in names]
)
def test_a_country_is_read_by_code_and_by_name(name: str, code: str) -> None:
    assert read_country(name) == code


def test_accents_and_case_do_not_matter() -> None:
    assert read_country("  republique TCHEQUE ") == "CZ"


@pytest.mark.parametrize("text", ["Korea", "Catalonia", "FR`:Admin", "2017-04-13", ""])
def test_what_names_no_one_country_is_refused(text: str) -> None:
    assert not is_country(text)
    with pytest.raises(BadInput, match="no country is called"):
        read_country(text)


def test_a_slip_of_the_keyboard_is_refused_and_the_country_offered() -> None:
    with pytest.raises(BadInput) as refused:
        read_country("Germny")

    assert refused.value.hint == "did you mean Germany (DE)?"


def test_every_name_that_is_offered_is_understood() -> None:
    assert {name: read_country(name) for name in country_names().values()} == {
        name: code for code, name in country_names().items()
    }


def test_the_name_of_a_country_is_the_common_one() -> None:
    assert country_name("CZ") == "Czechia"
    assert country_name("VN") == "Vietnam"
