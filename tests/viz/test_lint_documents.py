"""The checks of guides and chains as documents: each mistake with its code and its line."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.ingest import definition_reading
from hanse.queries import guide_lint
from hanse.viz.lint_documents import chain_lint_document, guide_lint_document, has_errors
from hanse.viz.session import Session

GUIDE = """\
id = "own"
label = "Own"
source = "us"
goals = ["grow"]
[groups]
g = "Group"
[scales.ladder]
kind = "likert"
labels = { 0 = "none", 1 = "some", 2 = "neutral", 3 = "good", 4 = "best" }
[scales.size]
kind = "bands"
unit = "companies"
bands = [
  { rating = 0, below = 35 },
  { rating = 1, from = 35, to = 50 },
  { rating = 2, from = 51, to = 80 },
  { rating = 3, from = 81, to = 95 },
  { rating = 4, from = 96 },
]
[[criteria]]
id = "interest"
question = "How strong is the interest?"
group = "g"
weight = 60
scale = "ladder"
goals = ["grow"]
[[criteria]]
id = "size"
question = "How many companies are there?"
group = "g"
weight = 40
scale = "size"
evidence = "companies"
goals = ["grow"]
"""
CHAIN = """\
id = "light"
label = "Light"
source = "us"
[[stages]]
id = "parts"
label = "Parts"
categories = [
  { scheme = "technology_field", label = "Optics", relevance = 1 },
  { scheme = "s3_priority", label = "Photonics", relevance = 0.7 },
]
[[stages]]
id = "care"
label = "Care"
categories = [
  { scheme = "technology_field", label = "Medical Research", relevance = 1 },
  { scheme = "technology_field", label = "Clinical Research, Trials", relevance = 1 },
]
"""
# A mistake of each code: what is written instead, the code, and a part of its line.
GUIDE_MISTAKES = [
    ("weight = 60", "weight = 70", "weights-sum", "weight = 70"),
    ("weight = 60", "weight = 0", "zero-weight", "weight = 0"),
    ("to = 50", "to = 45", "band-gap", "from = 51"),
    ("from = 51", "from = 50", "band-overlap", "from = 50"),
    ("rating = 4, from", "rating = 1, from", "band-order", "from = 96"),
    ("  { rating = 3, from = 81, to = 95 },\n", "", "rating-without-band", "scale = \"size\""),
    (", 4 = \"best\"", "", "mixed-maxima", "scale = "),
    ("evidence = \"companies\"\n", "", "bands-by-judgement", "id = \"size\""),
    ("evidence = \"companies\"", "evidence = \"large_companies\"", "contradiction", "evidence"),
    ("goals = [\"grow\"]\n[groups]", "goals = [\"grow\", \"last\"]\n[groups]", "goal-unserved",
     "last"),
    ("evidence = \"companies\"\ngoals = [\"grow\"]", "evidence = \"companies\"",
     "criterion-without-goal", "id = \"size\""),
    ("0 = \"none\"", "0 = \"unacceptable\"", "no-veto", "labels"),
    ("1 = \"some\", 2 = \"neutral\"", "1 = \"neutral\", 2 = \"some\"", "lopsided-ladder", "labels"),
    ("1 = \"some\", ", "", "unlabelled-rating", "labels"),
    ("How many companies are there?", "How strong is the interest?", "repeated-question", ""),
    ("g = \"Group\"", "g = \"Group\"\nh = \"Other\"", "unused-group", "h = "),
    ("source = \"us\"\n", "", "no-source", "id = \"own\""),
    ("below = 35", "below = 30", "unreachable-rating", "scale = \"size\""),
    ("kind = \"likert\"", "kind = likert", "not-toml", "kind = likert"),
    ("question = \"How many companies are there?\"\n", "", "missing-key", ""),
    ("weight = 60", "wieght = 60", "unknown-key", "wieght"),
    ("weight = 60", "weight = true", "wrong-value", "weight = true"),
]  # fmt: skip
CHAIN_MISTAKES = [
    ("label = \"Optics\"", "label = \"Optic\"", "unknown-category", "Optic\""),
    ("  { scheme = \"s3_priority\", label = \"Photonics\", relevance = 0.7 },\n", "",
     "single-feed", "Optics"),
    ("relevance = 0.7", "relevance = 1", "equal-relevance", "Optics"),
    ("source = \"us\"", "source = \"us\"\nprovider_worths = [1.0]", "single-worth", "worths"),
    ("source = \"us\"\n", "", "no-source", "id = \"light\""),
    ("label = \"Medical Research\"", "label = \"Optics\"", "category-everywhere", "Optics"),
    ("relevance = 0.7", "relevance = 7", "wrong-value", "relevance = 7"),
    ("id = \"care\"", "id = \"parts\"", "contradiction", ""),
]  # fmt: skip


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    opened = Session.open("laser-go")
    with closing(opened.store):
        yield opened


def findings(document: dict[str, object]) -> list[dict[str, Any]]:
    found = document["findings"]
    assert isinstance(found, list)
    return found


def lines_with(text: str, part: str) -> set[int]:
    return {n for n, line in enumerate(text.splitlines(), start=1) if part in line}


def test_the_guide_in_order_has_only_its_judgement_to_tell(
    session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(GUIDE, encoding="utf-8")
    (found,) = findings(guide_lint_document(session, str(file)))

    assert (found["code"], found["severity"]) == ("judgement-share", "warning")


@pytest.mark.parametrize(("before", "after", "code", "part"), GUIDE_MISTAKES)
def test_a_guide_with_a_mistake_is_told_its_code_and_line(
    session: Session, tmp_path: Path, before: str, after: str, code: str, part: str
) -> None:
    text = GUIDE.replace(before, after, 1)
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    document = guide_lint_document(session, str(file))
    found = [finding for finding in findings(document) if finding["code"] == code]

    assert text != GUIDE
    assert found
    assert found[0]["where"] == f"{file}:{found[0]['line']}"
    assert found[0]["line"] in lines_with(text, part)
    assert found[0]["message"]
    assert found[0]["remedy"]


def test_every_code_of_the_guide_is_met_above() -> None:
    told = f"{guide_lint.__doc__}{definition_reading.__doc__}"
    codes = {line.split()[0] for line in told.splitlines() if "  " in line and "-" in line}
    met = {code for _, _, code, _ in GUIDE_MISTAKES} | {"judgement-share", "no-facts"}

    assert {code for code in codes if "=" not in code} - met == set()


@pytest.mark.parametrize(("before", "after", "code", "part"), CHAIN_MISTAKES)
def test_a_chain_with_a_mistake_is_told_its_code_and_line(
    session: Session, tmp_path: Path, before: str, after: str, code: str, part: str
) -> None:
    text = CHAIN.replace(before, after, 1)
    file = tmp_path / "light.toml"
    file.write_text(text, encoding="utf-8")
    found = [f for f in findings(chain_lint_document(session, str(file))) if f["code"] == code]

    assert text != CHAIN
    assert found
    assert found[0]["line"] in lines_with(text, part)


def test_the_chain_in_order_has_nothing_to_tell(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "light.toml"
    file.write_text(CHAIN, encoding="utf-8")

    assert findings(chain_lint_document(session, str(file))) == []


def test_the_shipped_guide_is_told_its_figures_with_lines(session: Session) -> None:
    document = guide_lint_document(session)
    told = {finding["code"]: finding for finding in findings(document)}

    assert [*document][:5] == ["project", "as_of", "version", "id", "findings"]
    assert document["id"] == "laser-go-2017"
    assert told["band-gap"]["where"].startswith("guide laser-go-2017:")
    assert "151 to 200" in told["band-gap"]["message"]
    assert "10, 25 and 50" in told["band-overlap"]["message"]
    assert "4.80" in told["mixed-maxima"]["message"]
    assert "75 %" in told["judgement-share"]["message"]
    assert "ratings 0 and 1" in told["unreachable-rating"]["message"]
    assert not has_errors(document)


def test_findings_come_in_the_order_of_the_lines(session: Session) -> None:
    lines = [finding["line"] for finding in findings(guide_lint_document(session))]

    assert lines == sorted(lines)


def test_a_mistake_that_forbids_the_use_is_an_error(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(GUIDE.replace("weight = 60", "weight = 70"), encoding="utf-8")

    assert has_errors(guide_lint_document(session, str(file)))


def test_the_example_guide_has_only_its_judgement_to_tell() -> None:
    with closing(Session.open("demo-ratings").store) as store:
        session = Session(store, PartnershipGraph.of(store))
        found = findings(guide_lint_document(session, "open-call"))

    assert [(f["code"], f["message"][:4]) for f in found] == [("judgement-share", "70 %")]
