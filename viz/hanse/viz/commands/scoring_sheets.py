"""The command that writes the form in which people rate candidates."""

from datetime import date as calendar_date
from pathlib import Path
from typing import Annotated

import typer

from hanse.viz.commands.options import (
    Add,
    AsJson,
    AsOf,
    For,
    GuideName,
    Members,
    Pool,
    Project,
    Remove,
    answer,
    asked_alliance,
    open_session,
    split,
)

NewForm = Annotated[Path, typer.Argument(help="The form to write: NAME.xlsx.")]
Assessor = Annotated[str, typer.Option("--assessor", help="Who will rate.")]
Day = Annotated[
    str | None,
    typer.Option(help="The day the ratings hold on; by default that of the project, or today."),
]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    cli.command()(scoresheet)


def scoresheet(
    context: typer.Context,
    file: NewForm,
    assessor: Assessor,
    guide: GuideName = None,
    alliance: For = None,
    members: Members = None,
    add: Add = None,
    remove: Remove = None,
    pool: Pool = None,
    date: Day = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Write a form for one person to rate candidates."""
    session = open_session(context, project, as_of)
    from hanse.graph.dates import check_date
    from hanse.viz.documents import common
    from hanse.viz.scoresheet import Form, carried_text, write_score_sheet

    has_alliance = bool(alliance or members or session.settings.alliance)
    asked = (
        asked_alliance(session, alliance, members=members, add=add, remove=remove)
        if has_alliance
        else None
    )
    day = date or session.graph.as_of or calendar_date.today().isoformat()
    form = Form(
        guide=session.guide(guide),
        candidates=tuple(session.pool(split(pool), asked)),
        assessor=assessor,
        day=check_date(day, where="--date"),
        carries=carried_text(session, guide),
    )
    counts = write_score_sheet(session.graph, form, file)
    document = {**common(session), "written": [str(file)], "counts": dict(counts)}
    answer(document, as_json=as_json, table=lambda: typer.echo(f"written: {file}", err=True))
