"""One file holds the explorer, whole, safe and the same for the same project."""

import base64
import gzip
import json
import re

import pytest
from tests.explorers import HOSTILE, bare, hostile, session

from hanse.viz.explorer import (
    as_json,
    inline,
    module,
    packed,
    page,
    profiled,
    served_page,
    style,
)
from hanse.viz.opening import every_day, opening
from hanse.viz.policy import fingerprint
from hanse.viz.scene import BUDGET, scene


@pytest.fixture(scope="module")
def html() -> str:
    return page(session(*hostile(), title="Light <b>in</b> medicine"))


def unpacked(html: str) -> dict[str, object]:
    found = re.search(r'data-packed="gzip">([^<]*)<', html)
    assert found is not None
    data: dict[str, object] = json.loads(gzip.decompress(base64.b64decode(found[1])))
    return data


def test_the_file_names_no_address_to_load_from(html: str) -> None:
    assert re.findall(r'(?:src|href)="(?!data:,"|#)[^"]*"', html) == []
    assert "@import" not in html
    assert "url(" not in html.split("<script")[0]


def test_its_policy_names_the_scripts_by_their_hashes(html: str) -> None:
    scripts = re.findall(r"<script(?: type=\"module\")?>(.*?)</script>", html, re.DOTALL)
    meta = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)

    assert meta is not None
    policy = meta[1].replace("&#39;", "'")
    assert len(scripts) == 2
    assert all(fingerprint(text) in policy for text in scripts)
    assert "unsafe" not in policy
    assert "connect-src 'none'" in policy


def test_hostile_names_end_no_element(html: str) -> None:
    assert "<script>document.title='broken'" not in html
    assert 'onerror="document' not in html
    assert html.count("</script>") == 5
    assert "<title>Light &lt;b&gt;in&lt;/b&gt; medicine" in html


def test_hostile_names_are_whole_in_the_data(html: str) -> None:
    names = {thing["name"] for thing in unpacked(html)["things"]}  # type: ignore[attr-defined]

    assert set(HOSTILE) <= names


def test_the_file_holds_every_profile_and_every_alliance_one_step_away(html: str) -> None:
    data = unpacked(html)

    assert {"biocat", "catalonia", "laser-go", "pool"} <= set(data["profiles"])  # type: ignore[call-overload]
    assert len(data["what_if"]) == 2 + 6 + len(HOSTILE)  # type: ignore[arg-type]
    assert all(answer["candidates"] is None for answer in data["what_if"].values())  # type: ignore[attr-defined]


def test_the_same_project_gives_the_same_file() -> None:
    assert page(session()) == page(session())


def test_a_large_file_carries_the_profiles_of_what_it_draws() -> None:
    opened = opening(session())
    drawn = scene(opened.picture.view)

    assert len(opened.picture.view.ranking) <= BUDGET
    assert "pool" in profiled(opened, every_day(opened.session), drawn)
    assert "pool" not in drawn.nodes


def test_a_project_without_questions_has_a_page_too() -> None:
    assert unpacked(page(bare()))["what_if"] == {}


def test_a_served_page_loads_its_parts_and_carries_no_precomputed_answers() -> None:
    asked = session()
    html, policy = served_page(opening(asked), every_day(asked))

    assert '<script type="module" src="/static/page.js">' in html
    assert "what_if" not in html
    assert "script-src 'self'" in policy
    assert "http-equiv" not in html


@pytest.mark.parametrize("text", ["</script>", "<!--", "&amp;", "a\u2028b", "]]>"])
def test_json_in_a_page_ends_nothing_and_comes_back_whole(text: str) -> None:
    written = as_json({"name": text})

    assert not set("<>&\u2028") & set(written)
    assert json.loads(written) == {"name": text}


def test_packed_data_is_the_same_for_the_same_data() -> None:
    assert packed({"a": "é" * 99}) == packed({"a": "é" * 99})


def test_the_module_imports_nothing_and_reads_no_name_as_markup() -> None:
    code = module()

    assert not re.search(r"^\s*import\s|\bimport\(", code, re.MULTILINE)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", code)


def test_what_the_template_prints_is_what_the_policy_names() -> None:
    assert inline("a") == "\na\n"
    assert "</style" not in style()
