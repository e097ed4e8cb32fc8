"""Whatever the project keeps is shown by its id or its name: rules, assumptions and sources too."""

import pytest

from hanse.graph.errors import UnknownName
from hanse.viz.documents import Document, show_document
from hanse.viz.opening import every_day
from hanse.viz.session import Session
from hanse.viz.showing import show

CASE = every_day(Session.open("laser-go"))


def rows(document: Document, name: str) -> list[Document]:
    found = document[name]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("name", ["laser-go-2017-rules", "LASER-GO partner screening (2017)"])
def test_rules_are_found_by_id_or_label_and_say_where_each_stands(name: str) -> None:
    """D4.1, section 1: a new region comes first; section 2: one seat and two."""
    document = show(CASE, name)
    preferences = [rule["id"] for rule in rows(document, "rules") if rule["is_preference"]]

    assert (document["id"], document["kind"]) == ("laser-go-2017-rules", "rules")
    assert preferences == ["new-region"]
    assert [(q["field"], q["seats"]) for q in rows(document, "quotas")] == [
        ("photonics", 1), ("health", 2),
    ]  # fmt: skip
    assert all(rule["source"]["document"] == "d41" for rule in rows(document, "rules"))  # type: ignore[index]


def test_a_field_lists_its_categories_as_the_rules_spell_them() -> None:
    field = next(
        f for f in rows(show(CASE, "laser-go-2017-rules"), "fields") if f["id"] == "health"
    )

    assert {"scheme": "s3_priority", "label": "Ageing societies"} in rows(field, "categories")


def test_an_assumption_says_what_it_stands_in_for_and_where_that_is_stated() -> None:
    document = show(CASE, "six-as-sum")
    (figure,) = rows(document, "figures")
    (aside,) = rows(document, "sets_aside")

    assert (document["kind"], figure["kind"], figure["size"]) == (
        "assumption", "sum", {"low": 1600, "high": 1600},
    )  # fmt: skip
    assert (aside["of"], aside["unit"]) == ("the-six", "companies")
    assert [place["locator"] for place in rows(aside, "sources")] == ["section 3.2, page 17"]


@pytest.mark.parametrize("kind", ["chain", "guide", "rules", "assumption"])
def test_everything_that_the_project_keeps_is_shown_in_one_shape(kind: str) -> None:
    kept = CASE.engine.definitions(kind)

    assert kept
    for definition in kept:
        document = show(CASE, definition.id)
        assert (document["id"], document["kind"]) == (definition.id, kind)
        assert (document["facts"], document["relations"]) == ([], [])


def test_a_source_is_shown_by_id_or_title_with_all_its_statements() -> None:
    document = show(CASE, "newsletter")

    assert document == show(CASE, str(document["title"]))
    assert document["claims"] == CASE.store.claims_by_source()["newsletter"]
    assert "Interview, question 2" in {place["locator"] for place in rows(document, "sections")}


def test_things_are_shown_as_before_and_an_unknown_name_is_refused() -> None:
    assert show(CASE, "biocat") == show_document(CASE, "biocat")
    with pytest.raises(UnknownName):
        show(CASE, "nobody at all")
