"""Ids are stable and names are compared as people read them."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from hanse.graph.ids import category_id, fold, key, slug
from hanse.graph.model import SCHEMES


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("BIOCAT", "biocat"),
        ("Košice IT Valley", "kosice-it-valley"),
        ("TO Health!", "to-health"),
        ("  Elastopôle ", "elastopole"),
        ("Łódź", "lodz"),
        ("Ærø Þór", "aero-thor"),
        ("Straße & Co.", "strasse-co"),
        ("Ile-de-France\u0301", "ile-de-france"),
        ("../../etc/passwd", "etc-passwd"),
        ("\u0391\u0392", "u3b1-u3b2"),
        ("Λ 4i", "u3bb-4i"),
        ("!!!", "u21-u21-u21"),
        ("", "unnamed"),
    ],
)
def test_an_id_is_made_of_a_name(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(texts)
def test_an_id_is_safe_as_a_file_name_and_in_a_link(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))
    assert len(slug(name)) <= 60


@given(texts)
def test_an_id_gives_itself_as_its_id(name: str) -> None:
    assert slug(slug(name)) == slug(name)


# Two clusters of the annex have names of more than 80 letters.
def test_long_names_that_differ_at_their_ends_get_ids_of_their_own() -> None:
    name = "Association of Electronic and Information Technologies in the Basque Country"

    one, other = slug(f"{name} North"), slug(f"{name} South")

    assert one != other
    assert one.startswith("association-of-electronic-and-information-technolog")
    assert max(len(one), len(other)) <= 60


def test_names_in_other_scripts_with_the_same_number_get_ids_of_their_own() -> None:
    assert slug("Кластер 4") != slug("Партнёр 4")
    assert slug("Σύμπλεγμα") == slug("ΣΎΜΠΛΕΓΜΑ")


@given(texts)
def test_case_accents_and_normal_form_make_no_other_name(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))
    assert fold(f" {name}\t") == fold(name)


@given(st.text(st.characters(max_codepoint=0x17F, categories=["L", "Nd", "Zs"])))
def test_capitals_make_no_other_name(name: str) -> None:
    assert fold(name.upper()) == fold(name) or "\u0131" in name or "ŉ" in name


def test_the_turkish_i_without_a_dot_is_an_i() -> None:
    assert fold("Ankara Sanay\u0131") == fold("ANKARA SANAYI")


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("TO Health!", "to-health", True),
        ("bioXclusters plus", "BIOXCLUSTERS PLUS", True),
        ("Rhône-Alpes", "rhone alpes", True),
        ("LITEK", "LITEKA", False),
        ("TOHealth!", "TO Health!", False),
        ("!!!", "???", False),
    ],
)
def test_names_are_looked_up_without_case_accents_and_punctuation(
    one: str, other: str, *, is_same: bool
) -> None:
    assert (key(one) == key(other)) is is_same


@given(texts)
def test_every_name_can_be_looked_up_by_something(name: str) -> None:
    assert key(name) == key(key(name))
    assert key(name) or not fold(name)


# D4.1: "Biopharmaceuticals" the sector is not "Bio-pharmaceuticals" the emerging industry.
def test_one_label_in_two_schemes_is_two_categories() -> None:
    ids = {category_id(scheme, "Biopharmaceuticals") for scheme in SCHEMES}

    assert len(ids) == len(SCHEMES)
    assert category_id("technology_field", "Optics") == "technology_field:optics"
