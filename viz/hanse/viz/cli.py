"""The command line; the only place where errors become one message and an exit status.

Nothing heavy is imported here: ``hanse --help`` must answer at once.
"""

import os
import sys
import traceback
from io import TextIOWrapper
from typing import Annotated

import typer

from hanse.graph.errors import HanseError
from hanse.viz.commands import (
    ask,
    assemble,
    fill,
    hand_on,
    keep,
    lint,
    matching,
    reviewing,
    robust,
    scoring_sheets,
    screening,
    see,
    sharing,
)

cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Who completes an alliance of clusters, how sure is it, and how far does it reach?",
)
see.register(cli)
ask.register(cli)
assemble.register(cli)
matching.register(cli)
screening.register(cli)
robust.register(cli)
scoring_sheets.register(cli)
keep.register(cli)
fill.register(cli)
reviewing.register(cli)
lint.register(cli)
hand_on.register(cli)
sharing.register(cli)

INTERNAL_FAULT = 1
INTERRUPTED = 130


def _print_version(is_wanted: bool) -> None:  # as the command line calls it
    if is_wanted:
        from importlib import metadata

        typer.echo(metadata.version("hanse"))
        raise typer.Exit


@cli.callback()
def main(
    context: typer.Context,
    project: Annotated[
        str | None,
        typer.Option(
            "--project",
            envvar="HANSE_PROJECT",
            help="A .hanse file or a shipped project: laser-go (the default), escp, demo-ratings.",
            show_default=False,
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and stop.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    """Remember the project; the command's own --project comes first."""
    del version  # its callback has printed it and stopped
    context.obj = project


def app(prog_name: str | None = None) -> None:
    """Run the command line, and turn every error into one message and a status."""
    _speak_utf8()
    try:
        cli(prog_name=prog_name)
    except HanseError as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(error.exit_status)
    except BrokenPipeError:
        # The reader of our output has gone (``hanse clusters | head``): nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as fault:  # noqa: BLE001  # the outermost edge: no traceback reaches a user
        sys.exit(_internal_fault(fault))


def _internal_fault(fault: Exception) -> int:
    if os.environ.get("HANSE_DEBUG"):
        traceback.print_exc()
    typer.echo(f"internal fault: {type(fault).__name__}: {fault}", err=True)
    typer.echo(
        "  hint: nothing was changed; run it again with HANSE_DEBUG=1 to report it", err=True
    )
    return INTERNAL_FAULT


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
