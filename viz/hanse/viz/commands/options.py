"""Arguments and options that several commands share, and how an answer is printed."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hanse.ingest.progress import Progress as Told
    from hanse.viz.session import Alliance, Session

DEFAULT_PROJECT: Final = "laser-go"

Project = Annotated[
    str | None,
    typer.Option("--project", help="A .hanse file or a shipped project.", show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="The day to ask for: 2017, 2017-04 or 2017-04-13."),
]
For = Annotated[
    str | None, typer.Option("--for", help="The alliance: a partnership or a saved alliance.")
]
Members = Annotated[str | None, typer.Option("--members", help="An alliance made up here: a,b,c.")]
Add = Annotated[list[str] | None, typer.Option("--add", help="A cluster to add; may be repeated.")]
Remove = Annotated[
    list[str] | None, typer.Option("--remove", help="A member to leave out; may be repeated.")
]
Markets = Annotated[
    list[str] | None,
    typer.Option("--market", help="A target market instead of the alliance's; may be repeated."),
]
Chain = Annotated[str | None, typer.Option("--chain", help="A value chain: an id or a TOML file.")]
GuideName = Annotated[
    str | None, typer.Option("--guide", help="An evaluation guide: an id or a TOML file.")
]
Pool = Annotated[
    str | None,
    typer.Option("--candidates", help="Whom to consider: clusters or groups, a,b,c."),
]
Top = Annotated[int, typer.Option("--top", help="How many rows the table shows; 0: all.", min=0)]
Assume = Annotated[
    list[str] | None,
    typer.Option("--assume", help="A reading to compare: assumptions, a+b; may be repeated."),
]
Anonymous = Annotated[
    str | None,
    typer.Option("--anonymous", help="Whom to show under a pseudonym only: a,b,c."),
]
Networks = Annotated[bool, typer.Option("--networks", help="Let networks give access, too.")]


def project_of(context: typer.Context, project: str | None) -> str:
    """Return the project named after the command, before it, in HANSE_PROJECT, or shipped."""
    return project or str(context.find_root().obj or DEFAULT_PROJECT)


def split(names: str | None) -> list[str]:
    """Return the names of a comma-separated list, outer spaces aside."""
    return [name.strip() for name in (names or "").split(",") if name.strip()]


def answer(document: dict[str, object], *, as_json: bool, table: "Callable[[], None]") -> None:
    """Print an answer: one JSON document for programs, or a table for people."""
    if as_json:
        print_json(document)
    else:
        table()


def print_json(document: dict[str, object]) -> None:
    """Print one JSON document on standard output; a number that is none is a fault."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    sys.stdout.write(text + "\n")


def asked_alliance(
    session: "Session",
    name: str | None,
    *,
    members: str | None = None,
    add: "Sequence[str] | None" = None,
    remove: "Sequence[str] | None" = None,
    markets: "Sequence[str] | None" = None,
) -> "Alliance":
    """Return the alliance that the options of a command name or make up."""
    return session.alliance(
        name,
        members=split(members),
        add=add or (),
        remove=remove or (),
        markets=markets or (),
    )


def open_session(
    context: typer.Context, project: str | None, as_of: str | None, *, every_day: bool = False
) -> "Session":
    """Open the project that was asked for, on the day that was asked for."""
    from hanse.viz.session import Session

    return Session.open(project_of(context, project), as_of=as_of, every_day=every_day)


def progress_on_terminal() -> "Told | None":
    """Return a bar on standard error; it shows only on a terminal, above one second."""
    if not sys.stderr.isatty():
        return None
    from hanse.viz.progress_bar import progress

    return progress()
