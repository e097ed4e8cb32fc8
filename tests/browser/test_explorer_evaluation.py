"""The evaluation in the page: figures under the real policy, weights, comparison, the story."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.explorers import serving

from hanse.viz.session import Session


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(Session.open("demo-ratings")) as served:
        yield served


def opened(page: Page, address: str, state: str = "") -> Page:
    page.goto(f"{address}#{state}")
    expect(page.locator("html[data-ready]")).to_be_attached()
    return page


def answer(page: Page, path: str) -> dict[str, Any]:
    found: dict[str, Any] = page.request.get(page.url.split("#")[0] + f"api/{path}").json()
    return found


@pytest.mark.parametrize("name", ["3", "4", "axes"])
def test_every_figure_is_drawn_and_says_that_its_ratings_are_synthetic(
    page: Page, address: str, name: str
) -> None:
    explorer = opened(page, address, f"tab=evaluation&fig={name}")
    drawing = explorer.locator("#figure[data-drawn] svg")

    expect(drawing).to_contain_text("Synthetic ratings", timeout=15_000)
    expect(drawing).to_contain_text("Optence")
    assert drawing.evaluate("e => e.getBoundingClientRect().width") > 400


def test_a_mark_of_a_figure_tells_its_numbers_and_opens_its_cluster(
    page: Page, address: str
) -> None:
    explorer = opened(page, address, "tab=evaluation&fig=4")
    mark = explorer.locator("#figure[data-drawn] .mark-symbol path").first
    mark.hover(timeout=15_000)

    expect(explorer.locator("#tip")).to_contain_text("synthetic: yes")
    mark.click()
    first = answer(explorer, "evaluate")["candidates"][0]
    expect(explorer.locator("#detail h2")).to_have_text(first["name"])


def test_other_weights_are_asked_of_the_server_once_they_add_up(page: Page, address: str) -> None:
    explorer = opened(page, address, "tab=evaluation&fig=weights")
    before = explorer.locator("#ranking li").first.inner_text()
    explorer.fill("[data-weight=photonics-share]", "5")

    expect(explorer.locator("#sum")).to_contain_text("90 %: 10 % are missing")
    assert explorer.locator("#ranking li").first.inner_text() == before

    explorer.fill("[data-weight=fair-contract]", "30")
    expect(explorer.locator("#sum")).to_have_text("The weights add up to 100 %.")
    expect(explorer.locator("#ranking h3")).to_contain_text("by these weights")
    weights = "photonics-share:5,fair-contract:30"
    first = answer(explorer, f"evaluate?weights={weights}")["candidates"][0]
    expect(explorer.locator("#ranking li").first).to_have_attribute("data-id", first["id"])
    assert "w=5-5-15-5-10-5-5-5-15-30" in explorer.url


def test_the_guide_s_weights_come_back(page: Page, address: str) -> None:
    explorer = opened(page, address, "tab=evaluation&w=5-5-15-5-10-5-5-5-15-30")
    expect(explorer.locator(".views")).to_contain_text("other weights")
    explorer.click("#unweigh")

    expect(explorer.locator("#unweigh")).to_have_count(0)
    first = answer(explorer, "evaluate")["candidates"][0]
    expect(explorer.locator("tbody tr.row").first).to_have_attribute("data-id", first["id"])
    assert "w=" not in explorer.url


def test_every_row_of_a_synthetic_evaluation_says_so(page: Page, address: str) -> None:
    explorer = opened(page, address, "tab=evaluation")
    rows = answer(explorer, "evaluate")["candidates"]

    expect(explorer.locator("tr.row .tag.synthetic")).to_have_count(
        sum(row["synthetic"] for row in rows)
    )


def test_up_to_four_clusters_stand_side_by_side(page: Page, address: str) -> None:
    explorer = opened(page, address, "tab=compare&cmp=biocat,medicen&sel=optence")
    explorer.click("#compare")

    expect(explorer.locator(".compare thead th .link")).to_have_text(
        [re.compile("Biocat"), re.compile("MEDICEN"), "Optence"]
    )
    health = explorer.locator(".compare tr", has_text="Member of")
    expect(health.locator(".alike")).to_have_count(0)
    expect(explorer.locator(".compare")).to_contain_text("EIT Health")
    assert "cmp=biocat%2Cmedicen%2Coptence" in explorer.url


def test_the_story_is_told_in_six_steps(page: Page, address: str) -> None:
    explorer = opened(page, address)
    explorer.click("#tell")
    titles = []
    for step in range(1, 7):
        expect(explorer.locator("#detail .head + .sub")).to_contain_text(f"step {step} of 6")
        titles.append(explorer.locator("#detail h2").inner_text())
        if step < 6:
            explorer.click("#next")

    assert len(set(titles)) == 6
    assert "story=6" in explorer.url
    expect(explorer.locator(".telling")).to_contain_text("Optence was chosen")
    explorer.click("#detail .close")
    expect(explorer.locator("#detail h2")).to_have_text("Who completes LASER-GO?")


def test_a_score_range_filters_with_its_histogram(page: Page, address: str) -> None:
    explorer = opened(page, address)
    explorer.click("[data-fold=fit]")
    explorer.locator("[data-range=fit][data-end=from]").focus()
    for _ in range(12):
        explorer.keyboard.press("ArrowRight")
    cards = answer(explorer, "evaluate")["candidates"]
    passing = sum(card["fit"]["low"] >= 0.6 for card in cards)

    expect(explorer.locator(".filters")).to_contain_text(f"{passing} of ")
    assert "score=fit%3A0.6%3A1" in explorer.url
    explorer.click("#unfilter")
    expect(explorer.locator(".filters")).not_to_contain_text("clear all")


def test_facets_combine_as_and_within_them_as_or(page: Page, address: str) -> None:
    explorer = opened(page, address, "par=bioxclusters-plus~laser-go")
    expect(explorer.locator(".filters")).to_contain_text("7 of ")

    explorer.click("[data-facet=country][data-value=FR]")

    expect(explorer.locator(".filters")).to_contain_text("2 of ")


def test_a_source_opens_at_the_section_that_was_cited(page: Page, address: str) -> None:
    explorer = opened(page, address, "sel=medicen")
    explorer.locator(".facts .cite", has_text="section 2.2, page 10").first.click()
    section = explorer.locator("details[data-locator='section 2.2, page 10']")

    expect(section).to_have_attribute("open", "")
    section.locator(".link", has_text="MEDICEN").first.click()
    expect(explorer.locator("#detail h2")).to_have_text("MEDICEN PARIS REGION")


def test_a_changed_alliance_is_drawn_and_its_next_gains_are_told(page: Page, address: str) -> None:
    explorer = opened(page, address, "con=litek,biocat&tab=reach")

    expect(explorer.locator("#ramp")).to_contain_text("added")
    expect(explorer.locator("#ramp")).to_contain_text("removed")
    expect(explorer.locator("#ramp")).to_contain_text("reached now")
    gains = answer(explorer, "gains?members=litek,biocat")["gains"]
    expect(explorer.locator("#gains tr")).to_have_count(len(gains))


def test_the_alliance_is_handed_on_as_a_workbook(page: Page, address: str) -> None:
    explorer = opened(page, address, "con=litek,biocat")
    with explorer.expect_download() as download:
        explorer.click("#download")

    assert download.value.suggested_filename == "alliance.xlsx"
    assert download.value.path().read_bytes().startswith(b"PK")


def test_the_best_sets_can_be_taken_whole(page: Page, address: str) -> None:
    explorer = opened(page, address, "tab=sets")
    best = answer(explorer, "compose")["sets"]
    expect(explorer.locator("#sets tbody tr")).to_have_count(len(best))

    explorer.locator("#sets tbody tr").first.get_by_text("Take").click()

    expect(explorer.locator("#basket .chip.new")).to_have_count(len(best[0]["members"]))


def test_how_often_a_partner_is_among_the_best_can_be_read(page: Page, address: str) -> None:
    explorer = opened(page, address, "tab=sets")
    times = explorer.locator("#sets .times")
    expect(times.first).to_be_visible()

    assert not times.evaluate_all("all => all.filter(t => t.scrollWidth > t.clientWidth).length")


def test_memberships_are_drawn_by_their_dates(page: Page, address: str) -> None:
    explorer = opened(page, address, "tab=reach")
    explorer.locator("#timeline summary").click()

    expect(explorer.locator("#timeline svg")).to_contain_text("LASER-GO", timeout=15_000)
