"""Commands that write files to hand on."""

from pathlib import Path
from typing import Annotated

import typer

from hanse.viz.commands.options import AsJson, AsOf, Project, answer, open_session

Kind = Annotated[str, typer.Argument(help="What to export: explorer.")]
File = Annotated[Path, typer.Argument(help="The file to write; its ending picks the format.")]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    cli.command()(export)


def export(
    context: typer.Context,
    kind: Kind,
    file: File,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Write a file to hand on; an existing one is replaced only when the new one is whole."""
    session = open_session(context, project, as_of)
    from hanse.viz.handing_on import write_kind

    document = write_kind(session, kind, file)
    answer(document, as_json=as_json, table=lambda: typer.echo(f"written: {file}", err=True))
