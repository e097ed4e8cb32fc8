"""A partner search that nobody shipped: written in tables, loaded, and replayed on its day."""

import csv
import json
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.running import Ran, hanse

from hanse.viz.charts import drawn, figure
from hanse.viz.figures import charted
from hanse.viz.opening import opening
from hanse.viz.session import Session
from hanse.viz.stories import story_document

RULES = """\
id = "own-rules"
label = "Own rules"

[[fields]]
id = "care"
label = "care"
categories = [{ scheme = "technology_field", label = "Medical Research" }]

[[fields]]
id = "light"
label = "light"
categories = [{ scheme = "technology_field", label = "Optics" }]

[[filters]]
id = "directory"
label = "technology field = Medical Research"
step = "hunt-list"
categories = [{ scheme = "technology_field", label = "Medical Research" }]

[[rules]]
id = "large"
kind = "count"
text = "At least 30 members."
unit = "members"
at_least = 30

[[quotas]]
field = "care"
seats = 1

[[quotas]]
field = "light"
seats = 1
"""
CHAIN = """\
id = "own-chain"
label = "Own chain"

[[stages]]
id = "light"
label = "Light"
categories = [{ scheme = "technology_field", label = "Optics", relevance = 1 }]

[[stages]]
id = "care"
label = "Care"
categories = [{ scheme = "technology_field", label = "Medical Research", relevance = 1 }]
"""
GUIDE = """\
id = "own-guide"
label = "Own guide"
source = "us"

[groups]
g = "Group"

[scales.size]
kind = "bands"
unit = "members"
bands = [
  { rating = 0, below = 30 }, { rating = 1, from = 30, to = 49 }, { rating = 2, from = 50 }
]

[[criteria]]
id = "size"
question = "How many members?"
group = "g"
weight = 100
scale = "size"
evidence = "members"
"""
PROJECT = """\
title = "Own search"
alliance = "light"
chain = "own-chain"
guide = "own-guide"
rules = "own-rules"
as_of = "2024-03-01"
"""
DEFINITIONS = {"rules.toml": RULES, "chain.toml": CHAIN, "guide.toml": GUIDE,
               "project.toml": PROJECT}  # fmt: skip
Rows = Sequence[Mapping[str, str]]
CLUSTERS: Rows = [
    {"id": "founder", "name": "Founder", "country": "LT", "members": "40",
     "technology_field": "Optics"},
    {"id": "hospital", "name": "Hospital", "country": "AT", "members": "45",
     "technology_field": "Medical Research"},
    {"id": "clinic", "name": "Clinic", "country": "LT", "members": "60",
     "technology_field": "Medical Research"},
    {"id": "small", "name": "Small", "country": "ES", "members": "4",
     "technology_field": "Medical Research"},
    {"id": "laser", "name": "Laser", "country": "FR", "technology_field": "Optics"},
]  # fmt: skip


def tables(chosen: str = "laser | clinic") -> dict[str, Rows]:
    """Return the sheets that a user fills in."""
    return {
        "clusters": CLUSTERS,
        "partnerships": [{"id": "light", "name": "Light for Health", "kind": "consortium"}],
        "memberships": [{"cluster": "founder", "partnership": "light"}],
        "groups": [{"id": "listed", "name": "Listed", "members": "hospital | clinic | small"}],
        "search": [
            {"id": "hunt", "kind": "search", "label": "The hunt"},
            {"id": "hunt-list", "step": "1", "kind": "step", "label": "Directory",
             "found": "listed", "shortlisted": "clinic", "day": "2024-03-01"},
            {"id": "hunt-gap", "kind": "gap", "label": "No step", "shortlisted": "laser"},
            {"id": "hunt-end", "kind": "outcome", "label": "Who joined", "chosen": chosen,
             "as_of": "2024-06"},
        ],
    }  # fmt: skip


def filled_workbook(folder: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write the template as a workbook and fill it in, below its examples."""
    path = folder / "list.xlsx"
    hanse("template", str(path))
    book = load_workbook(path)
    for name, rows in sheets.items():
        page = book[name]
        columns = [cell.value for cell in page[1]]
        for place, row in enumerate(rows, start=page.max_row + 1):
            for column, text in row.items():
                page.cell(row=place, column=columns.index(column) + 1, value=text)
    book.save(path)
    return path


def filled_folder(folder: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write the template as a folder and fill it in, with the definitions beside the tables."""
    path = folder / "own"
    hanse("template", str(path))
    for name, rows in sheets.items():
        file = path / f"{name}.csv"
        with file.open(encoding="utf-8-sig", newline="") as read:
            columns = next(csv.reader(read))
        with file.open("a", encoding="utf-8", newline="") as written:
            csv.DictWriter(written, columns).writerows(rows)
    for name, text in DEFINITIONS.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def loaded(folder: Path, *paths: Path) -> str:
    """Make a project of some files and return where it is."""
    mine = str(folder / "mine.hanse")
    hanse("new", mine)
    ran = hanse("load", *map(str, paths), "--project", mine)
    assert ran.status == 0, ran.err + ran.out
    return mine


def replayed(folder: Path, chosen: str = "laser | clinic") -> dict[str, Any]:
    return hanse("replay", loaded(folder, filled_folder(folder, tables(chosen))), "--json").document


def named_by_options(folder: Path, project: str) -> Ran:
    """Replay a project that was made of a workbook: what is not in tables is named."""
    for name, text in DEFINITIONS.items():
        (folder / name).write_text(text, encoding="utf-8")
    kinds = ("chain", "guide", "rules")
    asked = [part for kind in kinds for part in (f"--{kind}", str(folder / f"{kind}.toml"))]
    day = ("--as-of", "2024-03-01", "--for", "Light for Health", "--json")
    return hanse("replay", project, *asked, *day)


def test_a_search_in_a_folder_is_replayed_on_its_day(tmp_path: Path) -> None:
    document = replayed(tmp_path)
    told = {one["id"]: one["text"] for one in document["differences"]}

    assert document["as_of"] == "2024-03-01"
    assert [(step["id"], step["found"], step["chosen"]) for step in document["steps"]] == [
        ("hunt-list", ["clinic", "hospital", "small"], ["clinic"]),
        ("hunt-gap", [], ["laser"]),
    ]
    assert (document["outcome"], document["ours"]) == (["clinic", "laser"], ["hospital", "laser"])
    assert "The outcome took Laser, whom it does not find" in told["light"]
    assert {"clinic", "hospital", "screening", "evaluation", "reach"} <= told.keys()


def test_a_search_in_a_workbook_gets_the_same_replay(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    book = loaded(tmp_path / "a", filled_workbook(tmp_path / "a", tables()))
    ours, theirs = named_by_options(tmp_path / "a", book).document, replayed(tmp_path / "b")

    assert "the search names 2024-03-01" in hanse("replay", book, "--for", "light").err
    for key in ("steps", "outcome", "ours", "candidates", "seats", "reach"):
        assert ours[key] == theirs[key]


def test_the_page_tells_it_in_six_steps_and_draws_its_short_scale(tmp_path: Path) -> None:
    opened = opening(Session.open(loaded(tmp_path, filled_folder(tmp_path, tables()))))
    svg = drawn(figure("4", charted(opened)), ".svg").decode()

    assert len(story_document(opened)["steps"]) == 6  # type: ignore[arg-type]
    assert [f">{rating}</text>" in svg for rating in range(3)] == [True] * 3


def test_nothing_of_the_outcome_is_visible_before_it_is_compared(tmp_path: Path) -> None:
    """Whoever was chosen in the end, the day's own answers are the same."""
    said = []
    for place, chosen in enumerate(("laser | clinic", "small | hospital")):
        (tmp_path / str(place)).mkdir()
        document = replayed(tmp_path / str(place), chosen)
        answers = [one | {"chosen": None} for one in document["candidates"]]
        said.append((document["ours"], {one["id"]: one for one in answers}))
    (first, of_first), (second, of_second) = said

    assert first == second
    for cluster in of_first.keys() & of_second.keys():
        assert of_first[cluster] == of_second[cluster]


def test_no_question_on_the_day_names_the_outcome(tmp_path: Path) -> None:
    project = loaded(tmp_path, filled_folder(tmp_path, tables()))
    for question in (("screen", "--audit"), ("candidates",), ("evaluate",), ("reach",)):
        document = hanse(*question, "--project", project, "--json").document

        assert not re.search("hunt-end|Who joined|chosen_in", json.dumps(document))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"as_of": ""}, "the outcome of the search is known already"),
        ({"chosen": ""}, "no outcome of the search is stated"),
        ({"kind": "serach"}, "outcome"),
        ({"chosen": "nobody"}, "no cluster is called 'nobody'"),
    ],
)
def test_a_search_that_cannot_be_replayed_says_why(
    tmp_path: Path, change: dict[str, str], told: str
) -> None:
    sheets = tables()
    *steps, last = sheets["search"]
    path = filled_folder(tmp_path, {**sheets, "search": [*steps, {**last, **change}]})
    mine = str(tmp_path / "mine.hanse")
    hanse("new", mine)
    taken = hanse("load", str(path), "--project", mine)
    ran = taken if taken.status else hanse("replay", mine)

    assert ran.status == 2
    assert told in " ".join((ran.out + ran.err).split())


def test_the_search_of_2017_comes_back_through_the_template(tmp_path: Path) -> None:
    """The shipped case without its search, and the search typed into the template's sheet."""
    mine = _case_without_search(tmp_path)
    case = files("hanse.ingest") / "cases" / "laser_go" / "search.csv"
    rows = list(csv.DictReader(case.read_text(encoding="utf-8").splitlines()))
    filled = filled_workbook(tmp_path, {"search": rows})
    assert hanse("replay", mine).status == 2
    ran = hanse("load", str(filled), "--project", mine)
    assert ran.status == 0, ran.out + ran.err
    ours, theirs = (hanse("replay", name, "--json").document for name in (mine, "laser-go"))

    assert {**ours, "project": ""} == {**theirs, "project": ""}


def _case_without_search(folder: Path) -> str:
    """Return a project of the shipped case whose statements on its search are left out."""
    export, mine = folder / "case", str(folder / "mine.hanse")
    hanse("export", "graph", str(export), "--project", "laser-go")
    for file in export.glob("*.csv"):
        text = file.read_text(encoding="utf-8-sig")
        kept = [row for row in csv.reader(text.splitlines()) if not _is_on_the_search(row)]
        with file.open("w", encoding="utf-8", newline="") as written:
            csv.writer(written).writerows(kept)
    hanse("new", mine)
    ran = hanse("load", str(export), "--project", mine)
    assert ran.status == 0, ran.out + ran.err
    return mine


def _is_on_the_search(row: Sequence[str]) -> bool:
    return any(re.fullmatch(r"search-2017(-\w+)*", cell) for cell in row)
