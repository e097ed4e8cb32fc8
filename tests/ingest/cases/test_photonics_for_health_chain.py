"""The value chain of the LASER-GO case: ours, fixed from what its stages mean."""

import csv
from importlib.resources import files

import pytest

from hanse.graph.model import SCHEMES, ValueChain
from hanse.ingest.chains import read_chain

CASES = files("hanse.ingest") / "cases"
CHAIN = CASES / "photonics_for_health" / "chain.toml"


@pytest.fixture(scope="module")
def chain() -> ValueChain:
    return read_chain(CHAIN.read_text(encoding="utf-8"), where="chain.toml")


def rows(folder: str, name: str) -> list[dict[str, str]]:
    text = (CASES / folder / name).read_text(encoding="utf-8")
    return [*csv.DictReader(text.splitlines())]


def test_stages_lead_from_components_to_care(chain: ValueChain) -> None:
    assert [stage.id for stage in chain.stages] == [
        "materials-and-components",
        "precision-manufacturing",
        "sensing-and-imaging",
        "devices-and-diagnostics",
        "clinical-research",
        "digital-health",
        "care",
    ]


def test_all_stages_weigh_the_same(chain: ValueChain) -> None:
    assert {stage.weight for stage in chain.stages} == {1 / 7}


def test_it_is_said_to_be_the_editors_own(chain: ValueChain) -> None:
    assert chain.source == "hanse-editors"
    assert chain.source in {row["id"] for row in rows("photonics_for_health", "sources.csv")}
    assert "open to change" in chain.note


def test_every_label_is_written_as_the_case_writes_it(chain: ValueChain) -> None:
    known = {(row["scheme"], row["label"]) for row in rows("annex", "categories.csv")}
    known |= {
        (row["scheme"] or "stated_focus", row["category"]) for row in rows("laser_go", "focus.csv")
    }
    used = {(feed.scheme, feed.label) for stage in chain.stages for feed in stage.feeds}

    assert used - known == set()


def test_all_five_schemes_feed_it(chain: ValueChain) -> None:
    assert {feed.scheme for stage in chain.stages for feed in stage.feeds} == set(SCHEMES)


def test_the_label_that_the_annex_was_searched_by_feeds_no_stage(chain: ValueChain) -> None:
    labels = {feed.label for stage in chain.stages for feed in stage.feeds}

    assert "Medical Devices" not in labels


def test_relevance_takes_four_values_only(chain: ValueChain) -> None:
    values = {feed.relevance for stage in chain.stages for feed in stage.feeds}

    assert values == {0.3, 0.5, 0.7, 1.0}


def test_sectors_and_emerging_industries_are_too_broad_to_name_a_stage(chain: ValueChain) -> None:
    broad = ("sectoral_industry", "emerging_industry")
    feeds = [feed for stage in chain.stages for feed in stage.feeds if feed.scheme in broad]

    assert {feed.relevance for feed in feeds} == {0.3}
