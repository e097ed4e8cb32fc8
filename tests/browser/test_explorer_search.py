"""The explorer of a large project, in a real browser: it is searched first, and drawn in part."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.explorers import serving
from tests.running import hanse

from hanse.queries import engine
from hanse.viz.session import Session

NUMBER = 1_000
SLOW = 30_000  # ms; a page is made anew, and the machine may be busy


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve an invented project that is taken for a large one."""
    file = tmp_path_factory.mktemp("large") / "big.hanse"
    hanse("new", str(file), "--synthetic", str(NUMBER), "--seed", "3")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "LARGE", 1)
        with serving(Session.open(str(file))) as served:
            yield served


@pytest.fixture
def explorer(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("html[data-ready]")).to_be_attached()
    return page


def find(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator("#hits li[role=option] .name").first).to_be_visible()


def test_it_draws_a_part_and_says_of_how_many(explorer: Page) -> None:
    text = explorer.locator("#shown").inner_text()

    found = re.match(r"(\d+) of 1,000 clusters · (\d+) of (\d+) around Synthetic Partnership", text)

    assert found, text
    assert int(found[1]) < NUMBER
    assert "Synthetic project" in explorer.locator("#title").inner_text()


def test_candidates_are_ranked_among_all(explorer: Page) -> None:
    text = explorer.locator("#body .lead").first.inner_text()
    drawn = explorer.evaluate("hanse.shown().length")

    ranked = re.match(r"20 of (\d+) ranked", text)

    assert ranked, text
    assert int(ranked[1]) > drawn


def test_a_search_finds_what_is_not_drawn_and_a_hit_is_drawn_around(explorer: Page) -> None:
    start = explorer.url
    find(explorer, "synthetic optics")
    name = explorer.locator("#hits li .name").first.inner_text()

    explorer.keyboard.press("Enter")

    expect(explorer).to_have_url(re.compile(r"\?around="), timeout=SLOW)
    expect(explorer.locator("html[data-ready]")).to_be_attached()
    expect(explorer.locator("#detail h2")).to_have_text(name)
    explorer.go_back()
    expect(explorer).to_have_url(start)
    expect(explorer.locator("#detail h2")).to_contain_text("Who completes")


def test_more_hits_than_are_listed_are_counted(explorer: Page) -> None:
    find(explorer, "synthetic")

    expect(explorer.locator("#hits li.none")).to_contain_text(re.compile(r"first 20 of [\d,]+"))


def test_a_changed_alliance_stays_when_something_else_is_drawn(explorer: Page) -> None:
    explorer.locator("#body .addremove").nth(1).click()
    expect(explorer.locator("#basket .member.new")).to_have_count(1)
    expect(explorer).to_have_url(re.compile("members="))
    joined = explorer.locator("#basket .member.new").get_attribute("data-member")
    find(explorer, "synthetic sector")

    explorer.keyboard.press("Enter")

    expect(explorer).to_have_url(re.compile(r"around="), timeout=SLOW)
    expect(explorer.locator("html[data-ready]")).to_be_attached()
    expect(explorer.locator("#basket .member.new")).to_have_attribute("data-member", str(joined))


def test_what_a_hub_is_tied_to_is_called_by_its_name(explorer: Page) -> None:
    explorer.evaluate("hanse.select(hanse.data.things.find(one => one.kind === 'partnership').id)")

    links = explorer.locator("#detail .relations li button:first-child")
    expect(links.first).to_be_visible()
    names = links.all_inner_texts()

    assert names
    assert not [name for name in names if name.startswith("synthetic-cluster-")]


def test_what_is_told_of_the_part_alone_says_so(explorer: Page) -> None:
    explorer.get_by_role("tab", name="Value chain").click()
    expect(explorer.locator("#body")).to_contain_text("Clusters drawn that cover it")
    explorer.get_by_role("tab", name="Conflicts").click()
    expect(explorer.locator("#body .note")).to_contain_text("not of all 1,000")

    assert explorer.locator("#tab-conflicts").inner_text() == "Conflicts"


def test_an_evaluation_says_how_many_were_evaluated(explorer: Page) -> None:
    explorer.get_by_role("tab", name="Evaluation").click()

    expect(explorer.locator("#body")).to_contain_text("The best 20 of 1,000 are listed. ")
    ranks = explorer.locator("#body tbody tr.row td:nth-child(5)")
    assert not ranks.evaluate_all(
        "cells => cells.filter(c => c.scrollWidth > c.clientWidth).length"
    )


def test_what_is_not_told_of_so_many_is_refused_in_sentences(explorer: Page) -> None:
    explorer.get_by_role("tab", name="Best sets").click()

    expect(explorer.locator("#sets .note")).to_have_text(
        re.compile(r"^The best .*\. Ask for .*\.$")
    )
