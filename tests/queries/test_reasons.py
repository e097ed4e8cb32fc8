"""Sentences name things as people write them, and evidence comes once."""

import pytest
from tests.builders import claim

from hanse.graph.model import Category
from hanse.queries.answers import Evidence
from hanse.queries.reasons import counted, described, evidence_of, listed, scheme_name


def test_evidence_names_each_place_once_in_the_order_of_the_claims() -> None:
    row, page = claim(locator="annex, row 9"), claim(locator="section 2.1, page 8")

    assert evidence_of([page, row, claim(value="Biocat", locator="annex, row 9")]) == (
        Evidence(document="test", locator="section 2.1, page 8"),
        Evidence(document="test", locator="annex, row 9"),
    )


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], ""),
        (["BioM"], "BioM"),
        (["BioM", "bioPmed"], "BioM and bioPmed"),
        (["BioM", "bioPmed", "Lyonbiopole"], "BioM, bioPmed and Lyonbiopole"),
    ],
)
def test_names_are_listed_as_in_a_sentence(names: list[str], sentence: str) -> None:
    assert listed(names) == sentence


def test_small_numbers_are_words_and_large_ones_are_grouped() -> None:
    assert counted(0, "cluster") == "no clusters"
    assert counted(9, "cluster") == "nine clusters"
    assert counted(1200, "cluster") == "1,200 clusters"


def test_a_category_is_named_with_its_scheme_because_schemes_are_never_merged() -> None:
    sector = Category(id="a", scheme="sectoral_industry", label="Biopharmaceuticals")
    industry = Category(id="b", scheme="emerging_industry", label="Bio-pharmaceuticals")

    assert described([sector, industry]) == (
        "“Biopharmaceuticals” (sectoral industry) and “Bio-pharmaceuticals” (emerging industry)"
    )
    assert described([sector, sector, industry]).startswith(
        "“Biopharmaceuticals” and “Biopharmaceuticals” (sectoral industry) and"
    )
    assert scheme_name("s3_priority") == "S3 priority"
