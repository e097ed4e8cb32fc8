"""The explorer of the LASER-GO case, served: what a reader does with it, in a real browser."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.explorers import serving

from hanse.viz.session import Session


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(Session.open("laser-go")) as served:
        yield served


@pytest.fixture
def explorer(page: Page, address: str) -> Page:
    return opened(page, address)


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator("html[data-ready]")).to_be_attached()
    return page


def shown(page: Page) -> int:
    """Return how many clusters the picture says it shows."""
    text = page.locator("#shown").inner_text()
    return int(text.split(" of ")[0])


def counter(page: Page, name: str) -> str:
    return page.locator(f"#counters [data-counter={name}] b").inner_text()


def click_mark(page: Page, thing: str) -> None:
    """Click on a mark of the canvas, where the network says it stands."""
    place = "network.canvasToDOM(network.getPosition(id))"
    at = page.evaluate(f"id => {{ const network = hanse.network; return {place}; }}", thing)
    page.locator("#network canvas").click(position={"x": at["x"], "y": at["y"]})


def answer(page: Page, path: str) -> dict[str, Any]:
    found: dict[str, Any] = page.request.get(page.url.split("#")[0] + f"api/{path}").json()
    return found


def test_it_opens_with_everything_shown_and_nothing_selected(explorer: Page) -> None:
    assert shown(explorer) == len(answer(explorer, "clusters")["clusters"])
    expect(explorer.locator("#detail h2")).to_have_text("Who completes LASER-GO?")
    assert explorer.url.endswith("/")


def test_a_search_finds_a_name_without_accents_or_case(explorer: Page) -> None:
    explorer.keyboard.press("/")
    explorer.keyboard.type("ELASTOPOLE")
    expect(explorer.locator("#hits li").first).to_contain_text("Elastopôle")

    explorer.keyboard.press("Enter")

    expect(explorer.locator("#detail h2")).to_have_text("Elastopôle")
    assert "sel=elastopole" in explorer.url


def test_a_search_brings_in_what_is_not_drawn(explorer: Page) -> None:
    assert "canada" not in explorer.evaluate("hanse.shown()")

    explorer.fill("#search", "canada")
    explorer.press("#search", "Enter")

    expect(explorer.locator("#detail h2")).to_have_text("Canada")
    assert "canada" in explorer.evaluate("hanse.shown()")


def test_arrows_move_through_what_was_found_and_escape_leaves(explorer: Page) -> None:
    explorer.fill("#search", "bio")
    second = explorer.locator("#hits li").nth(1).locator(".name").inner_text()
    explorer.press("#search", "ArrowDown")
    expect(explorer.locator("#search")).to_have_attribute("aria-activedescendant", "hit-1")
    explorer.press("#search", "Enter")
    expect(explorer.locator("#detail h2")).to_have_text(second)

    explorer.keyboard.press("Escape")

    expect(explorer.locator("#detail h2")).to_have_text("Who completes LASER-GO?")
    assert "sel=" not in explorer.url


def test_the_legend_filters_and_says_what_is_left(explorer: Page) -> None:
    before = explorer.evaluate("hanse.shown().length")
    explorer.click("[data-kind=sectoral_industry]")

    expect(explorer.locator("[data-kind=sectoral_industry]")).to_have_attribute(
        "aria-pressed", "false"
    )
    assert explorer.evaluate("hanse.shown().length") < before
    assert "items" in explorer.locator("#live").inner_text()


def test_a_country_filters_picture_and_table_with_live_counts(explorer: Page) -> None:
    value = explorer.locator("[data-facet=country][data-value=PL]")
    promised = int(value.locator(".count").inner_text())
    value.click()

    apart = explorer.locator(".apart .chip").count()
    expect(explorer.locator("tbody tr.row")).to_have_count(promised - apart)
    assert set(explorer.locator("tbody tr.row .cc").all_inner_texts()) == {"PL"}
    assert "cc=PL" in explorer.url


def test_filters_of_two_kinds_narrow_each_other(explorer: Page) -> None:
    explorer.click("[data-fold=stage]")
    stage = explorer.locator("[data-facet=stage]").first
    before = int(stage.locator(".count").inner_text())
    explorer.click("[data-facet=country][data-value=FR]")
    after = int(explorer.locator("[data-facet=stage]").first.locator(".count").inner_text())

    assert 0 < after < before


def test_filtering_moves_no_mark(explorer: Page) -> None:
    place = "hanse.network.getPosition('biocat')"
    before = explorer.evaluate(place)
    explorer.click("[data-facet=country][data-value=ES]")

    assert explorer.evaluate(place) == before


def test_a_click_on_a_mark_opens_its_profile(explorer: Page) -> None:
    click_mark(explorer, "litek")

    expect(explorer.locator("#detail h2")).to_have_text("LITEK")
    expect(explorer.locator("#detail .sub")).to_contain_text("Lithuania")


def test_a_profile_shows_every_statement_with_its_source_and_its_rivals(
    page: Page, address: str
) -> None:
    """D4.1 gives Medicen around 250 members in section 2.2 and over 300 in section 3.2."""
    explorer = opened(page, f"{address}#sel=medicen")
    label = explorer.locator(".label", has_text=re.compile("^members "))
    rivals = explorer.locator(".fact.rivals").filter(has=label)

    expect(rivals.locator(".statement")).to_have_count(2)
    expect(rivals).to_contain_text("about 250")
    expect(rivals).to_contain_text("more than 300")
    expect(rivals).to_contain_text("d41, section 2.2, page 10")
    said = answer(explorer, "show?name=medicen")
    facts = [fact for fact in said["facts"] if fact["attribute"] != "kind"]
    expect(explorer.locator(".facts .cite")).to_have_count(len(facts))
    expect(explorer.locator(".relations .cite")).to_have_count(len(said["relations"]))


def test_a_citation_opens_its_source(page: Page, address: str) -> None:
    explorer = opened(page, f"{address}#sel=medicen")
    explorer.locator(".facts .cite").first.click()

    expect(explorer.locator("#tab-sources")).to_have_attribute("aria-selected", "true")
    expect(explorer.locator("#source-d41")).to_have_class("selected")


def test_adding_a_partner_changes_the_counters_and_removing_it_brings_them_back(
    explorer: Page,
) -> None:
    before = counter(explorer, "regions")
    explorer.click("tr[data-id=biocat] .addremove")
    expect(explorer.locator("#counters [data-counter=regions] .delta")).to_be_visible()

    reach = answer(explorer, "reach?add=biocat")
    assert counter(explorer, "regions").split()[0] == str(len(reach["total"]["regions"]))
    assert counter(explorer, "eu_member_states").split()[0] == str(
        len(reach["total"]["eu_member_states"])
    )
    assert "con=" in explorer.url

    explorer.click("[data-member=biocat] .x")
    expect(explorer.locator("#counters [data-counter=regions] .delta")).to_have_count(0)
    assert counter(explorer, "regions") == before
    assert "con=" not in explorer.url


def test_candidates_are_ranked_anew_for_a_changed_alliance(page: Page, address: str) -> None:
    members = "human-technology-styria,litek,opticsvalley,biocat"
    explorer = opened(page, f"{address}#con={members}")
    ranked = answer(explorer, "candidates?for=laser-go&add=biocat")["candidates"]

    expect(explorer.locator("tbody tr.row .name").first).to_have_text(ranked[0]["name"])
    assert explorer.locator("tr[data-id=biocat]").count() == 0


def test_the_table_says_rank_score_and_reasons_as_the_answer_does(explorer: Page) -> None:
    first = answer(explorer, "candidates")["candidates"][0]
    row = explorer.locator("tbody tr.row").first

    expect(row.locator(".name")).to_have_text(first["name"])
    expect(row).to_contain_text(f"{first['rank']['best']}\u2013{first['rank']['worst']}")
    row.locator(".fold").click()
    reasons = explorer.locator(".reasons").first.locator("li")
    expect(reasons).to_have_count(len(first["reasons"]))
    expect(reasons.first).to_contain_text(first["reasons"][0]["text"])


def test_what_is_off_the_chain_is_listed_apart(explorer: Page) -> None:
    off = answer(explorer, "candidates")["off_chain"]

    expect(explorer.locator(".apart .chip")).to_have_count(len(off))


def test_a_blank_is_shown_as_blank_and_a_rank_only_where_enough_is_scored(explorer: Page) -> None:
    explorer.click("#tab-evaluation")
    evaluated = answer(explorer, "evaluate")

    expect(explorer.locator("tbody tr.row")).to_have_count(len(evaluated["candidates"]))
    blanks = sum(
        rating["low"] is None
        for card in evaluated["candidates"]
        for rating in card["ratings"].values()
    )
    expect(explorer.locator(".rating.blank")).to_have_count(blanks)
    unranked = sum(card["rank"] is None for card in evaluated["candidates"])
    expect(explorer.get_by_text(re.compile(r"^not enough: "))).to_have_count(unranked)


def test_conflicts_stand_side_by_side_with_their_sources(explorer: Page) -> None:
    explorer.click("#tab-conflicts")
    found = answer(explorer, "conflicts")["conflicts"]
    medicen = explorer.locator(".conflict", has_text="about 250").first

    expect(explorer.locator(".conflict")).not_to_have_count(0)
    assert explorer.locator(".conflict").count() >= len(found)
    expect(medicen).to_contain_text("section 3.2, page 17")


def test_the_value_chain_shows_a_column_a_stage(explorer: Page) -> None:
    explorer.click("[data-layout=chain]")
    explorer.click("#tab-chain")
    stages = answer(explorer, "show?name=photonics-for-health")["stages"]

    expect(explorer.locator(".matrix thead th")).to_have_count(len(stages) + 1)
    assert "sectoral_industry:biopharmaceuticals" not in explorer.evaluate("hanse.shown()")
    assert "view=chain" in explorer.url


def test_no_name_in_the_picture_covers_another(explorer: Page) -> None:
    boxes = explorer.evaluate("hanse.names()")
    names = {box["id"] for box in boxes}

    assert len(boxes) > 40
    assert {"human-technology-styria", "litek", "opticsvalley", "laser-go"} <= names
    assert not any(meet(a, b) for a in boxes for b in boxes if a["id"] < b["id"])


def meet(a: dict[str, Any], b: dict[str, Any]) -> bool:
    across = a["left"] < b["right"] and b["left"] < a["right"]
    return bool(across and a["top"] < b["bottom"] and b["top"] < a["bottom"])


def test_a_link_brings_back_what_was_seen(page: Page, address: str) -> None:
    state = "#view=chain&size=companies&cc=DE&sel=optence&tab=reach"
    explorer = opened(page, address + state)

    expect(explorer.locator("#detail h2")).to_have_text("Optence")
    expect(explorer.locator("#tab-reach")).to_have_attribute("aria-selected", "true")
    expect(explorer.locator("[data-layout=chain]")).to_have_attribute("aria-pressed", "true")
    assert explorer.locator("#size").input_value() == "companies"
    assert explorer.url.endswith(state)


def test_what_an_edited_link_invents_is_ignored(page: Page, address: str) -> None:
    explorer = opened(page, f"{address}#view=moon&cc=XX&sel=nobody&con=nobody&tab=x&min=NaN")

    assert shown(explorer) == len(answer(explorer, "clusters")["clusters"])
    expect(explorer.locator("#detail h2")).to_have_text("Who completes LASER-GO?")


def test_both_sizes_show_whole_headings_and_the_whole_table(page: Page, address: str) -> None:
    for width, height in ((1440, 900), (1280, 720)):
        page.set_viewport_size({"width": width, "height": height})
        explorer = opened(page, address)
        for part in ("#body", "#detail", ".side", ".alliance", "body"):
            box = explorer.locator(part).first
            assert box.evaluate("e => e.scrollWidth <= e.clientWidth"), (part, width)
