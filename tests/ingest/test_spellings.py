"""Names are compared without what anyone may write differently."""

import pytest

from hanse.ingest.spellings import plain, spellings


def compared(name: str) -> list[str]:
    return [spelling.compared for spelling in spellings(name)]


def core(name: str) -> str:
    return spellings(name)[0].core.words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("microTEC Südwest e.V.", "microTEC Suedwest"),
        ("MedicalMountains AG.", "Medical Mountains GmbH"),
        ("TOHealth!", "TO Health!"),
        ("Elastopôle", "Elastopole"),
        ("Košice IT Valley", "Kosice IT Valley"),
        ("Optik & Photonik e. V.", "Optik and Photonik"),
    ],
)
def test_case_accents_legal_forms_and_umlauts_make_no_difference(one: str, other: str) -> None:
    assert compared(one)[0] == compared(other)[0]


def test_a_name_of_several_is_taken_apart() -> None:
    assert compared("Biocat (Bioregion of Catalonia)")[1:] == ["biocat", "bioregionofcatalonia"]
    assert "biopmed" in compared("bioPmed / Bioindustry Park")
    assert "secpho" in compared("SECPHO - Light Technologies Cluster")


def test_a_part_without_words_of_its_own_is_none() -> None:
    assert len(compared("RoHealth - The Health Cluster")) == 2


def test_the_core_is_what_is_left_of_words_that_anyone_uses() -> None:
    assert core("Lyonbiopole healthcare cluster") == core("LYONBIOPOLE") == "lyonbiopole"
    assert core("Health Cluster Portugal") == ""


def test_an_empty_core_agrees_with_nothing() -> None:
    (one,) = spellings("Health Cluster Portugal")

    assert not one.core.agrees(one.core)


def test_cores_that_name_other_fields_or_places_do_not_agree() -> None:
    medical, technology = (spellings(n)[0].core for n in ("Medical Mountains", "Tech Mountains"))
    saxony, bavaria = (spellings(n)[0].core for n in ("Silicon Saxony", "Silicon Bavaria"))

    assert medical.words == technology.words
    assert not medical.agrees(technology)
    assert not saxony.agrees(bavaria)


def test_a_name_that_is_a_legal_form_stays_a_name() -> None:
    assert compared("SE") == ["se"]
    assert plain("") == ""
