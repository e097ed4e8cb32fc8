"""``hanse screen`` and ``hanse replay``, as their users type them."""

from pathlib import Path

from tests.running import hanse

STRICT = """\
id = "strict"
label = "Strict"

[[rules]]
id = "country"
kind = "country"
countries = ["Germany"]
"""


def test_screen_prints_the_funnel_and_ends_well() -> None:
    ran = hanse("screen")

    assert ran.status == 0
    assert "Funnel" in ran.out
    assert "Audit" not in ran.out


def test_the_audit_is_printed_on_request() -> None:
    assert "Audit of photonics" in hanse("screen", "--audit").out


def test_rules_of_ones_own_exclude_with_the_country_as_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "strict.toml"
    file.write_text(STRICT, encoding="utf-8")
    document = hanse("screen", "--rules", str(file), "--json").document
    biocat = next(c for c in document["candidates"] if c["id"] == "biocat")

    assert biocat["outcome"] == "fail"
    assert biocat["reasons"][0]["text"] == "Its country is ES, not one of those asked for."
    assert {c["outcome"] for c in document["candidates"]} == {"pass", "fail"}


def test_a_mistake_in_the_rules_is_told_with_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "strict.toml"
    file.write_text(STRICT.replace("countries", "contries"), encoding="utf-8")
    ran = hanse("screen", "--rules", str(file))

    assert ran.status == 2
    assert "strict.toml, line 7" in ran.err
    assert "'countries'" in ran.err


def test_candidates_may_be_named() -> None:
    document = hanse("screen", "--candidates", "optence,biocat", "--json").document

    assert {c["id"] for c in document["candidates"]} == {"biocat", "optence"}


def test_an_alliance_made_up_here_is_no_candidate() -> None:
    document = hanse("screen", "--members", "litek", "--json").document

    assert document["alliance"] == ["litek"]
    assert "opticsvalley" in {c["id"] for c in document["candidates"]}


def test_a_case_is_replayed_by_its_name() -> None:
    ran = hanse("replay", "laser-go", "--json")

    assert ran.document["as_of"] == "2017-04-13"
    assert ran.document["outcome"] == ["biocat", "medicen", "optence"]


def test_a_case_without_a_search_is_refused_in_words() -> None:
    ran = hanse("replay", "escp")

    assert ran.status == 2
    assert "no search" in ran.err


def test_a_search_is_replayed_for_an_alliance_that_the_project_does_not_keep() -> None:
    """The founders of LASER-GO by name get the answer that the project's own alliance gets."""
    founders = "human-technology-styria,litek,opticsvalley"
    own, named = hanse("replay", "--json"), hanse("replay", "--members", founders, "--json")

    assert named.document["alliance"] == own.document["alliance"]
    assert named.document["outcome"] == own.document["outcome"]
    assert hanse("replay", "--members", "litek", "--json").document["alliance"] == ["litek"]
