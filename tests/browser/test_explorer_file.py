"""The explorer as one file, opened without any server: it knows what the server would answer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.explorers import HOSTILE, hostile, serving, session

from hanse.viz.explorer import page as exported


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written: Path = tmp_path_factory.mktemp("export") / "explorer.html"
    written.write_text(exported(session(*hostile())), encoding="utf-8")
    return written


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(session(*hostile())) as served:
        yield served


@pytest.fixture
def explorer(page: Page, file: Path) -> Page:
    page.goto(file.as_uri())
    expect(page.locator("html[data-ready]")).to_be_attached()
    return page


def test_it_opens_from_the_disk_and_asks_nobody(page: Page, file: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    expect(page.locator("html[data-ready]")).to_be_attached()

    assert [url for url in asked if not url.startswith("data:")] == [file.as_uri()]


def test_its_reach_equals_the_server_s_value_by_value(explorer: Page, address: str) -> None:
    for members in (["litek", "opticsvalley", "biocat"], ["litek"]):
        held = explorer.evaluate("members => hanse.whatIf(members)", members)
        asked = explorer.request.get(f"{address}api/what-if", params={"members": ",".join(members)})
        served: dict[str, Any] = asked.json()

        assert held["reach"] == served["reach"]
        assert held["change"] == served["change"]


def test_its_answers_equal_the_server_s(explorer: Page, address: str) -> None:
    held = explorer.evaluate("hanse.data.documents")
    for name, question in (("candidates", "candidates"), ("evaluate", "evaluate"),
                           ("reach", "reach"), ("conflicts", "conflicts"),
                           ("sources", "sources")):  # fmt: skip
        assert held[name] == explorer.request.get(f"{address}api/{question}").json(), name
    shown = explorer.request.get(f"{address}api/show?name=light").json()
    assert held["chain"]["stages"] == shown["stages"]


def test_its_profiles_equal_the_server_s(explorer: Page, address: str) -> None:
    for name in ("biocat", "medicen", "laser-go", "pool", "hostile-1"):
        held = explorer.evaluate("name => hanse.profile(name)", name)

        assert held == explorer.request.get(f"{address}api/show", params={"name": name}).json()


def test_a_partner_more_changes_the_counters_without_a_server(explorer: Page) -> None:
    explorer.click("tr[data-id=biocat] .addremove")

    expect(explorer.locator("#counters [data-counter=clusters] b")).to_have_text("5 +3")
    explorer.click("#tab-reach")
    expect(explorer.locator("[data-card=companies]")).to_contain_text("≥ 871")


def test_two_steps_away_no_old_number_is_shown(explorer: Page) -> None:
    explorer.click("tr[data-id=biocat] .addremove")
    explorer.click("tr[data-id=medicen] .addremove")
    explorer.click("#tab-reach")

    expect(explorer.locator("#body")).to_contain_text("one cluster away from the start")
    expect(explorer.locator("#counters .counter")).to_have_count(0)

    explorer.click("#reset")
    expect(explorer.locator("#counters [data-counter=clusters] b")).to_have_text("2")


def test_it_says_that_its_ranking_is_that_of_the_start(explorer: Page) -> None:
    explorer.click("tr[data-id=biocat] .addremove")

    expect(explorer.locator("#body .note")).to_contain_text("for the alliance it opened with only")


def test_weights_are_read_only(explorer: Page) -> None:
    explorer.click("#tab-evaluation")

    expect(explorer.locator("#body")).to_contain_text("read-only")
    expect(explorer.locator("#body input")).to_have_count(0)


def test_hostile_names_stay_text_in_search_and_details(explorer: Page) -> None:
    for number, name in enumerate(HOSTILE):
        explorer.fill("#search", name.split()[0][:12])
        explorer.evaluate("id => hanse.select(id)", f"hostile-{number}")

        expect(explorer.locator("#detail h2")).to_have_js_property("textContent", name)
        assert explorer.locator("#detail h2 *").count() == 0
        assert explorer.locator("main img, main script, #hits img").count() == 0
    assert explorer.title() == "Light in medicine \u2013 Hanse"


def test_hostile_names_stay_text_in_lists_and_in_the_basket(explorer: Page) -> None:
    explorer.evaluate("hanse.join('hostile-1')")

    expect(explorer.locator("[data-member=hostile-1]")).to_contain_text(HOSTILE[1])
    assert explorer.locator("img").count() == 0
    assert explorer.title() == "Light in medicine \u2013 Hanse"


def test_unknown_is_written_as_unknown(explorer: Page) -> None:
    expect(explorer.locator("#counters [data-counter=smes] b")).to_have_text("unknown")


def test_the_uncategorised_are_not_called_off_the_chain(explorer: Page) -> None:
    apart = explorer.locator(".apart")

    expect(apart.nth(0)).to_contain_text("Balneological Tourism")
    expect(apart.nth(1)).to_contain_text("Uncategorised")
    expect(apart.nth(1)).to_contain_text("ZAB Brandenburg")
    expect(apart.nth(1)).to_contain_text("says nothing about what they can do")


@pytest.mark.parametrize("name", ["3", "4", "axes"])
def test_figures_are_drawn_without_a_server(page: Page, file: Path, name: str) -> None:
    page.goto(f"{file.as_uri()}#tab=evaluation&fig={name}")

    expect(page.locator("#figure[data-drawn] svg")).to_be_visible(timeout=15_000)


def test_weights_of_a_link_are_refused_with_a_reason(page: Page, file: Path) -> None:
    page.goto(f"{file.as_uri()}#tab=evaluation&w=50-50")

    expect(page.locator("#body")).to_contain_text("asks for other weights than the guide has")


def test_a_source_opens_by_section_without_a_server(page: Page, file: Path) -> None:
    page.goto(f"{file.as_uri()}#tab=sources")
    page.locator("tr[id^=source-]").first.click()

    expect(page.locator("#statements details")).not_to_have_count(0)


def test_the_alliance_is_handed_on_as_what_the_file_holds(explorer: Page) -> None:
    with explorer.expect_download() as download:
        explorer.click("#download")

    assert download.value.suggested_filename == "alliance.json"
    assert "litek" in download.value.path().read_text(encoding="utf-8")
