"""Commands that keep a project of one's own."""

from datetime import date as calendar_date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hanse.graph.errors import BadInput
from hanse.viz.commands.options import (
    Add,
    AsJson,
    For,
    Markets,
    Members,
    Project,
    Remove,
    answer,
    asked_alliance,
    open_session,
    progress_on_terminal,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

NewFile = Annotated[Path, typer.Argument(help="The project to make: NAME.hanse.")]
From = Annotated[
    str | None, typer.Option("--from", help="Start from a shipped project or another file.")
]
alliance = typer.Typer(help="Save alliances and list them.", rich_markup_mode=None)


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    cli.command()(new)
    cli.add_typer(alliance, name="alliance")
    cli.command()(state)


def new(
    file: NewFile,
    source: From = None,
    synthetic: Annotated[
        int | None,
        typer.Option("--synthetic", help="Invent so many clusters, to try a large project with."),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", help="Where the dice start; the same, and all is the same.")
    ] = 1,
    as_json: AsJson = False,
) -> None:
    """Make a project of your own."""
    from hanse.viz.projects import make, prepare_file, version

    counts = make(file, source) if synthetic is None else _invented(file, synthetic, seed, source)
    prepare_file(file)
    document: dict[str, object] = {
        "project": str(file), "as_of": None, "version": version(), "written": [str(file)],
        "counts": dict(counts),
    }  # fmt: skip
    answer(document, as_json=as_json, table=lambda: typer.echo(f"made: {file}", err=True))


@alliance.command()
def save(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What to call it.")],
    members: Members = None,
    base: For = None,
    add: Add = None,
    remove: Remove = None,
    market: Markets = None,
    note: Annotated[str, typer.Option(help="A note of your own.")] = "",
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Save an alliance under a name; every question then takes it with --for."""
    session = open_session(context, project, None)
    from hanse.viz.keeping import save_alliance

    asked = asked_alliance(session, base, members=members, add=add, remove=remove, markets=market)
    document = save_alliance(session, name, asked, day=_today(), note=note)
    answer(document, as_json=as_json, table=lambda: typer.echo(f"saved: {name}", err=True))


@alliance.command(name="list")
def list_alliances(
    context: typer.Context, project: Project = None, as_json: AsJson = False
) -> None:
    """List the saved alliances with their members and the states of candidates."""
    session = open_session(context, project, None, every_day=True)
    from hanse.viz import keeping, tables

    document = keeping.alliances_document(session)
    answer(document, as_json=as_json, table=lambda: tables.alliances(document))


def state(
    context: typer.Context,
    cluster: Annotated[str, typer.Argument(help="An id or any known name.")],
    state: Annotated[
        str, typer.Argument(help="longlisted, shortlisted, invited, declined or joined.")
    ],
    base: For = None,
    date: Annotated[str | None, typer.Option(help="Since when; today by default.")] = None,
    note: Annotated[str | None, typer.Option(help="A note of your own.")] = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Keep how far a candidate has come with an alliance."""
    session = open_session(context, project, None, every_day=True)
    from hanse.viz.keeping import set_state

    document = set_state(session, cluster, state, alliance=base, day=date or _today(), note=note)
    answer(
        document, as_json=as_json, table=lambda: typer.echo(f"kept: {cluster} {state}", err=True)
    )


def _invented(file: Path, number: int, seed: int, source: str | None) -> "Mapping[str, int]":
    if source is not None:
        what = "a project is copied or invented, not both"
        raise BadInput(what, where="--from", hint="leave out --from or --synthetic")
    from hanse.viz.inventing import invent

    return invent(file, number, seed=seed, progress=progress_on_terminal())


def _today() -> str:
    return calendar_date.today().isoformat()
