"""The command that asks who completes whom."""

from pathlib import Path
from typing import Annotated

import typer

from hanse.viz.commands.options import (
    AsJson,
    AsOf,
    Chain,
    Markets,
    Networks,
    Project,
    answer,
    open_session,
    progress_on_terminal,
)


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command()(matches)


def matches(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="The table to write: NAME.csv.", show_default=False)
    ] = None,
    chain: Chain = None,
    top: Annotated[int, typer.Option("--top", help="How many for each cluster.", min=1)] = 10,
    market: Markets = None,
    networks: Networks = False,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Ask of every cluster who completes it best, and write the pairs to a table."""
    session = open_session(context, project, as_of)
    from hanse.viz.pairing import PairsAsked, pairs_document

    asked = PairsAsked(
        chain=session.chain(chain),
        targets=session.markets(market or ()),
        top=top,
        include_networks=networks,
    )
    is_shown = as_json or file is None
    document = pairs_document(session, asked, file=file, progress=progress_on_terminal())
    answer(
        document,
        as_json=is_shown,
        table=lambda: typer.echo(f"written: {file}, {document['counts']}", err=True),
    )
