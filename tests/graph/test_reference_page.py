from pathlib import Path

from hanse.graph.reference_page import model_page
from hanse.graph.schema import schema

PAGE = Path(__file__).parents[2] / "docs" / "model.md"


def test_the_model_page_is_the_one_that_the_schema_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == model_page(), "run: just docs"


def test_every_kind_relation_and_attribute_stands_on_the_page() -> None:
    page = model_page()

    names = [*schema().kinds, *schema().relations, *schema().attributes]
    assert [name for name in names if f"| {name} |" not in page] == []
