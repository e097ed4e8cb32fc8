"""Everything that the picture shows is reached without a mouse, and is said."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.explorers import session

from hanse.viz.explorer import page as exported


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written: Path = tmp_path_factory.mktemp("export") / "explorer.html"
    written.write_text(exported(session()), encoding="utf-8")
    return written


@pytest.fixture
def explorer(page: Page, file: Path) -> Page:
    page.goto(file.as_uri())
    expect(page.locator("html[data-ready]")).to_be_attached()
    return page


def test_from_the_search_to_the_alliance_by_keys_alone(explorer: Page) -> None:
    explorer.keyboard.press("/")
    expect(explorer.locator("#search")).to_be_focused()
    explorer.keyboard.type("lyon")
    explorer.keyboard.press("Enter")
    explorer.locator("#join").focus()
    explorer.keyboard.press("Enter")

    expect(explorer.locator("[data-member=lyonbiopole]")).to_be_visible()
    expect(explorer.locator("#live")).to_contain_text("added to the alliance")


def test_a_row_of_the_table_selects_what_a_mark_would(explorer: Page) -> None:
    explorer.locator("tr[data-id=medicen] .cluster").focus()
    explorer.keyboard.press("Enter")

    expect(explorer.locator("#detail h2")).to_have_text("Medicen")
    expect(explorer.locator("tr[data-id=medicen]")).to_have_class("row selected")


def test_tabs_are_walked_with_arrows(explorer: Page) -> None:
    explorer.locator("#tab-candidates").focus()
    explorer.keyboard.press("ArrowRight")

    expect(explorer.locator("#tab-sets")).to_be_focused()
    expect(explorer.locator("#tab-sets")).to_have_attribute("aria-selected", "true")
    explorer.keyboard.press("ArrowLeft")
    explorer.keyboard.press("ArrowLeft")
    expect(explorer.locator("#tab-sources")).to_be_focused()


def test_the_list_holds_everything_that_the_picture_shows(explorer: Page) -> None:
    explorer.click("#tab-list")
    expect(explorer.locator("tbody tr.row")).to_have_count(
        explorer.evaluate("hanse.shown().length")
    )

    explorer.locator("tr[data-id=laser-go] .cluster").focus()
    explorer.keyboard.press("Enter")
    expect(explorer.locator("#detail h2")).to_have_text("LASER-GO")


def test_a_column_is_sorted_by_its_heading_and_says_so(explorer: Page) -> None:
    explorer.locator("[data-sort=name]").focus()
    explorer.keyboard.press("Enter")

    names = explorer.locator("tbody tr.row .name").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    expect(explorer.locator("th[aria-sort=ascending]")).to_have_text("Cluster")
    expect(explorer.locator("[data-sort=name]")).to_be_focused()


def comes_true(page: Page, condition: str) -> None:
    """Wait until the page has answered a key; its policy forbids the usual way to wait."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never true: {condition}")


def test_keys_zoom_and_fit(explorer: Page) -> None:
    scale = "hanse.network.getScale()"
    before = explorer.evaluate(scale)
    explorer.keyboard.press("+")
    comes_true(explorer, f"{scale} > {before}")
    explorer.keyboard.press("f")
    comes_true(explorer, f"Math.abs({scale} - {before}) < 1e-6")


def test_a_slash_in_a_field_is_a_slash(explorer: Page) -> None:
    explorer.fill("#search", "a")
    explorer.press("#search", "/")

    assert explorer.input_value("#search") == "a/"


def test_a_selection_is_said_and_escape_takes_it_back(explorer: Page) -> None:
    explorer.locator("tr[data-id=biom] .cluster").click()
    expect(explorer.locator("#live")).to_contain_text("Selected BioM")
    explorer.keyboard.press("Escape")

    expect(explorer.locator("#live")).to_contain_text("Nothing selected")


def test_a_filter_keeps_its_focus(explorer: Page) -> None:
    explorer.locator("[data-facet=country][data-value=FR]").focus()
    explorer.keyboard.press("Enter")

    expect(explorer.locator("[data-facet=country][data-value=FR]")).to_be_focused()
    expect(explorer.locator("#live")).to_contain_text("pass the filters")


def test_every_control_has_a_name(explorer: Page) -> None:
    for name in TABS:
        explorer.click(f"#tab-{name}")
        nameless = explorer.evaluate(
            """() => [...document.querySelectorAll('button, input, select, [role=separator]')]
            .filter(e => !(e.ariaLabel || e.textContent.trim() || e.labels?.length))
            .map(e => e.outerHTML)"""
        )
        assert nameless == []


TABS = ("candidates", "reach", "evaluation", "chain", "list", "conflicts", "sources")


def test_states_are_written_as_true_or_false(explorer: Page) -> None:
    states = explorer.evaluate(
        """() => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
        .filter(a => /^aria-(pressed|selected|expanded)$/.test(a.name)).map(a => a.value)"""
    )

    assert set(states) == {"true", "false"}


def test_who_prefers_calm_sees_no_travelling_marks(page: Page, file: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(file.as_uri())
    expect(page.locator("html[data-ready]")).to_be_attached()
    page.click("[data-layout=chain]")
    target = page.evaluate("hanse.data.things.find(t => t.id === 'litek').at.chain")
    place = page.evaluate("hanse.network.getPosition('litek')")

    assert [place["x"], place["y"]] == target


def test_on_paper_the_tables_stay_and_the_controls_go(explorer: Page) -> None:
    explorer.emulate_media(media="print")

    expect(explorer.locator("table.candidates")).to_be_visible()
    for control in (".search", ".side", ".zoom", "tr.row .addremove >> nth=0"):
        expect(explorer.locator(control)).to_be_hidden()
