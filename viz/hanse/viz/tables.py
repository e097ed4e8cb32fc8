"""The answers as tables that people read in a terminal.

They are made of the same documents that ``--json`` prints, so that both say the same.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, cast

from rich.console import Console
from rich.table import Table
from rich.text import Text

from hanse.graph.schema import schema
from hanse.viz.documents import Document
from hanse.viz.words import date_span, figure, listed, numbered, share, share_range, stated

PIPED_WIDTH: Final = 120  # a file has no width of its own
COUNT_COLUMNS: Final = ("companies", "smes", "members", "research_bodies")


def console() -> Console:
    """Return where tables go: standard output, as wide as the terminal."""
    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else PIPED_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, emoji=False)


def table(*columns: str, right: Sequence[str] = (), title: str | None = None) -> Table:
    """Return an empty table; the columns named in ``right`` hold numbers."""
    made = Table(title=title, title_justify="left", header_style="bold", box=None, pad_edge=False)
    for column in columns:
        made.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return made


def put(made: Table, *cells: object) -> None:
    """Add a row; cells are text as it is, never markup."""
    made.add_row(*(Text("" if cell is None else str(cell)) for cell in cells))


def say(*lines: object) -> None:
    """Print lines of text, never as markup."""
    for line in lines:
        console().print(Text(str(line)))


def plain(titles: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    """Print rows of cells under their titles."""
    made = table(*titles)
    for line in lines:
        put(made, *line)
    console().print(made)


def rows(document: Mapping[str, object], name: str) -> list[Document]:
    """Return a list of documents out of a document."""
    return cast("list[Document]", document[name])


def clusters(document: Document) -> None:
    """Print the cluster organisations."""
    every = rows(document, "clusters")
    units = [u for u in COUNT_COLUMNS if any(u in cast("Document", c["counts"]) for c in every)]
    scored = sorted({name for c in every for name in cast("Document", c["scores"])})
    made = table("id", "name", "country", *units, *scored, right=(*units, *scored))
    for c in every:
        counts, scores = cast("Document", c["counts"]), cast("Document", c["scores"])
        sizes = (figure(counts.get(unit)) for unit in units)
        put(
            made, c["id"], c["name"], c["country"], *sizes, *(_score(scores.get(s)) for s in scored)
        )
    console().print(made)
    say("", f"{_of_total(document, 'clusters')} cluster organisations{_day(document)}")


def _of_total(document: Document, name: str) -> str:
    """Return how many are listed, and of how many where that is not all.

    >>> _of_total({"clusters": [1, 2], "totals": {"clusters": 9000}}, "clusters")
    '2 of 9,000'
    """
    listed_here = len(rows(document, name))
    total = cast("dict[str, int]", document["totals"])[name]
    return str(total) if listed_here == total else f"{listed_here:,} of {total:,}"


def _score(value: object) -> str:
    if isinstance(value, dict):
        return share_range(value) if "low" in value else places(value)
    return "" if value is None else share(cast("float", value))


def _day(document: Document) -> str:
    return f" as of {document['as_of']}" if document["as_of"] else ""


def places(rank: object) -> str:
    """Return a range of ranks as people write it; nothing where there is none."""
    if not isinstance(rank, dict):
        return "-"
    best, worst = rank["best"], rank["worst"]
    return str(best) if best == worst else f"{best}-{worst}"


def partnerships(document: Document) -> None:
    """Print the partnerships, networks and consortia."""
    made = table("id", "name", "kind", "period", "members")
    for p in rows(document, "partnerships"):
        members = listed(str(m["cluster"]) for m in _unique(rows(p, "members"), "cluster"))
        put(made, p["id"], p["name"], p["kind"], date_span(p["since"], p["until"]), members)
    console().print(made)
    say("", f"{len(rows(document, 'partnerships'))} in all{_day(document)}")


def _unique(every: Iterable[Document], key: str) -> list[Document]:
    return list({str(row[key]): row for row in every}.values())


def show(document: Document, name: Callable[[str], str]) -> None:
    """Print everything said of one thing; ``name`` gives what other things are called."""
    say(f"{name(str(document['id']))}  ({document['kind']}, id {document['id']})", "")
    if "stages" in document:
        _stages(rows(document, "stages"))
        return
    if "criteria" in document:
        _criteria(document)
        return
    facts = table("", "what", "value", "where", title="Facts")
    for fact in rows(document, "facts"):
        what = schema().attributes[str(fact["attribute"])].label
        put(facts, _mark(fact), what, stated(fact), _place(fact))
    console().print(facts)
    relations = table("relation", "other", "period", "where", title="\nRelations")
    for tie in rows(document, "relations"):
        word = f"{tie['relation']} ({tie['role']})" if tie.get("role") else tie["relation"]
        put(
            relations,
            word,
            name(str(tie["other"])),
            date_span(tie["since"], tie["until"]),
            _place(tie),
        )
    console().print(relations)
    say("", "A ? marks statements that disagree, a ~ what is conjecture or assumption.")


def _mark(fact: Document) -> str:
    if fact["status"] in ("conjecture", "assumption"):
        return "~"
    return "" if fact["preferred"] else "?"


def _place(row: Document) -> str:
    source = cast("Document", row["source"])
    note = f" [{row['status']}: {row['note']}]" if row.get("status") != "stated" else ""
    return f"{source['document']}, {source['locator']}{note}"


def _stages(stages: list[Document]) -> None:
    made = table("stage", "clusters", "fed by (relevance)", right=("clusters",))
    for stage in stages:
        feeds = (f"{f['label']} ({f['relevance']:g})" for f in rows(stage, "categories"))
        put(made, stage["label"], stage["clusters"], listed(feeds))
    console().print(made)


def _criteria(document: Document) -> None:
    made = table("criterion", "weight", "rated", "where", right=("weight",))
    for c in rows(document, "criteria"):
        where = cast("Document", c["source"])
        place = ", ".join(str(where[part]) for part in ("document", "locator") if where[part])
        put(made, c["question"], f"{100 * cast('float', c['weight']):g} %", c["scale"], place)
    console().print(made)
    say("", f"The highest weighted score is {document['maximum']:g}.")


def sources(document: Document) -> None:
    """Print the sources."""
    made = table("id", "title", "publisher", "date", "claims", right=("claims",))
    for s in rows(document, "sources"):
        put(made, s["id"], s["title"], s["publisher"], s["date"], f"{s['claims']:,}")
    console().print(made)


def alliances(document: Document) -> None:
    """Print the saved alliances, and where candidates stand."""
    made = table("id", "members", "cluster", "state", "since", "note")
    for saved in rows(document, "alliances"):
        states = rows(saved, "states") or [{}]
        for place, s in enumerate(states):
            first = place == 0
            members = listed(map(str, cast("list[str]", saved["members"]))) if first else ""
            put(made, saved["id"] if first else "", members, s.get("cluster"), s.get("state"),
                s.get("date"), s.get("note"))  # fmt: skip
    console().print(made)
    say("", f"{numbered(len(rows(document, 'alliances')), 'saved alliance')}.")
