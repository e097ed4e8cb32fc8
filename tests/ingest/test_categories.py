"""Labels and their spellings; schemes are never merged."""

from hanse.ingest.categories import Lexicon
from hanse.ingest.rows import Row

WHERE = {"source": "s", "locator": "row 2"}


def lexicon() -> Lexicon:
    made = Lexicon()
    made.take(
        Row("categories.csv", "categories", 2,
            {"scheme": "sectoral_industry", "label": "Biopharmaceuticals",
             "variants": "Bio-pharmaceuticals | Biopharma"})
    )  # fmt: skip
    return made


def test_a_spelling_leads_to_the_standard_label() -> None:
    assert lexicon().place("sectoral_industry", "BIOPHARMA") == (
        "sectoral_industry:biopharmaceuticals",
        "Biopharmaceuticals",
    )


def test_the_same_words_in_another_scheme_are_another_category() -> None:
    assert lexicon().place("emerging_industry", "Biopharma")[0] == "emerging_industry:biopharma"


def test_a_label_that_is_not_listed_is_its_own_standard_as_it_was_first_spelt() -> None:
    made = lexicon()

    assert made.place("technology_field", "Optics")[1] == "Optics"
    assert made.place("technology_field", "OPTICS") == ("technology_field:optics", "Optics")


def test_a_category_is_described_once_with_its_spellings() -> None:
    made = lexicon()
    category, _ = made.place("sectoral_industry", "Biopharma")
    claims = list(made.describe(category, WHERE))  # type: ignore[arg-type]

    assert [(c.predicate, c.value) for c in claims] == [
        ("kind", "category"),
        ("name", "Biopharmaceuticals"),
        ("scheme", "sectoral_industry"),
        ("alias", "Bio-pharmaceuticals"),
        ("alias", "Biopharma"),
    ]
    assert list(made.describe(category, WHERE)) == []  # type: ignore[arg-type]


def test_a_second_reading_describes_it_anew() -> None:
    made = lexicon()
    category, _ = made.place("sectoral_industry", "Biopharma")
    list(made.describe(category, WHERE))  # type: ignore[arg-type]
    again = made.anew()
    again.place("sectoral_industry", "Biopharma")

    assert len(list(again.describe(category, WHERE))) == 5  # type: ignore[arg-type]
