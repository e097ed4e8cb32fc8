"""The shapes of docs/json.md: keys may be added, never renamed."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.running import hanse

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")

KEYS: dict[tuple[str, ...], dict[str, set[str]]] = {
    ("clusters",): {
        "clusters": {"id", "name", "aliases", "country", "regions", "annex_no", "homepage",
                     "categories", "counts", "scores"},
    },
    ("partnerships",): {
        "partnerships": {"id", "name", "kind", "programme", "since", "until", "members",
                         "target_markets"},
    },
    ("show", "biocat"): {
        "facts": {"attribute", "value", "unit", "qualifier", "preferred", "source"},
        "relations": {"relation", "other", "since", "until", "source"},
    },
    ("sources",): {"sources": {"id", "title", "publisher", "date", "claims"}},
    ("conflicts",): {
        "conflicts": {"code", "subject", "attribute", "statements", "computed", "rule", "message"},
    },
    ("candidates",): {
        "stages": {"id", "label", "cover", "state"},
        "candidates": {"rank", "id", "name", "country", "score", "components", "pareto",
                       "reasons"},
    },
    ("evaluate",): {
        "candidates": {"id", "weighted_score", "fit", "fit_scaled", "groups", "coverage", "rank",
                       "ratings"},
    },
    ("reach",): {
        "hops": {"hop", "via", "clusters", "counts", "regions", "countries", "eu_member_states",
                 "markets"},
        "marginal": {"id", "change", "counts", "regions", "countries", "markets"},
    },
}  # fmt: skip


@pytest.mark.parametrize("command", KEYS, ids=" ".join)
def test_every_record_has_the_keys_that_scripts_rely_on(command: tuple[str, ...]) -> None:
    document = hanse(*command, "--json").document

    for name, keys in KEYS[command].items():
        assert document[name]
        assert all(keys <= record.keys() for record in document[name])


@pytest.mark.parametrize("command", KEYS, ids=" ".join)
def test_the_same_question_prints_the_same_text(command: tuple[str, ...]) -> None:
    assert hanse(*command, "--json").out == hanse(*command, "--json").out


@pytest.mark.parametrize("command", KEYS, ids=" ".join)
def test_no_number_is_rounded_or_no_number_at_all(command: tuple[str, ...]) -> None:
    out = hanse(*command, "--json").out

    assert json.loads(out, parse_constant=pytest.fail)


def test_a_source_is_a_document_a_place_and_a_day() -> None:
    fact: dict[str, Any] = hanse("show", "biocat", "--json").document["facts"][0]

    assert set(fact["source"]) == {"document", "locator", "as_of"}


@pytest.mark.parametrize("command", KEYS, ids=" ".join)
def test_every_command_and_every_key_is_documented(command: tuple[str, ...]) -> None:
    assert f"## `{command[0]}" in PAGE
    missing = {key for keys in KEYS[command].values() for key in keys if f"`{key}`" not in PAGE}
    assert missing == set()
