"""The command that decides which organisations are one."""

from datetime import date as calendar_date
from typing import TYPE_CHECKING, Annotated

import typer

from hanse.viz.commands.options import AsJson, Project, answer, project_of

if TYPE_CHECKING:
    from hanse.ingest.judgements import Verdict

Pairs = list[str] | None
Accept = Annotated[
    Pairs, typer.Option("--accept", help="The pair is one organisation; may be repeated.")
]
Reject = Annotated[
    Pairs, typer.Option("--reject", help="Keep the pair apart for now; may be repeated.")
]
Different = Annotated[
    Pairs, typer.Option("--different", help="The pair is two organisations; may be repeated.")
]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    cli.command()(review)


def review(
    context: typer.Context,
    accept: Accept = None,
    reject: Reject = None,
    different: Different = None,
    by: Annotated[
        str | None, typer.Option("--by", help="Who decides; you, by default.", show_default=False)
    ] = None,
    note: Annotated[str | None, typer.Option(help="Why; a note of your own.")] = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Decide which organisations are one."""
    from hanse.viz import review_documents as told
    from hanse.viz import reviewing
    from hanse.viz.projects import open_store

    store = open_store(project_of(context, project))
    chosen: list[tuple[str, Verdict]] = [
        *((pair, "same") for pair in accept or ()),
        *((pair, "rejected") for pair in reject or ()),
        *((pair, "different") for pair in different or ()),
    ]
    who, day = by or reviewing.reviewer(), calendar_date.today().isoformat()
    for pair, verdict in chosen:
        reviewing.judge(store, pair, verdict, who=who, day=day, note=note)
    found = reviewing.review(store)
    told.warn(found)
    document = told.review_document(store, found)
    answer(document, as_json=as_json, table=lambda: told.pairs(document))
