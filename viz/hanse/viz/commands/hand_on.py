"""Commands that write files to hand on, and questions to experts' engines."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from hanse.graph.errors import BadInput
from hanse.viz.commands.options import (
    Anonymous,
    AsJson,
    AsOf,
    Chain,
    For,
    GuideName,
    Pool,
    Project,
    answer,
    open_session,
    split,
)

Kind = Annotated[
    str, typer.Argument(help="What to export: explorer, graph, clusters, scorecard or figure.")
]
File = Annotated[Path, typer.Argument(help="The file to write; its ending picks the format.")]
Plain = Annotated[
    bool,
    typer.Option("--plain-text", help="Write text in CSV as it is, even where it starts with =."),
]

Figure = Annotated[str, typer.Option("--figure", help="Which figure: 3, 4 or axes.")]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    for command in (export, sparql):
        cli.command()(command)


def export(
    context: typer.Context,
    kind: Kind,
    file: File,
    alliance: For = None,
    chain: Chain = None,
    guide: GuideName = None,
    pool: Pool = None,
    anonymous: Anonymous = None,
    plain: Plain = False,
    figure: Figure = "3",
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Write a file to hand on."""
    session = open_session(context, project, as_of)
    from hanse.viz.handing_on import Wanted, write_kind

    wanted = Wanted(
        alliance=alliance,
        chain=chain,
        guide=guide,
        pool=tuple(split(pool)),
        anonymous=tuple(split(anonymous)),
        guard=not plain,
        figure=figure,
    )
    document = write_kind(session, kind, file, wanted)
    answer(document, as_json=as_json, table=lambda: typer.echo(f"written: {file}", err=True))


def sparql(
    context: typer.Context,
    query: Annotated[
        str,
        typer.Argument(
            help="A file, - for standard input, or search, neighbourhood or memberships."
        ),
    ],
    where: Annotated[
        list[str] | None, typer.Option(help="Keep the rows with this: NAME=VALUE; repeatable.")
    ] = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Ask in SPARQL, reading only; ten seconds a query."""
    session = open_session(context, project, None, every_day=True)
    from hanse.viz import sparql as asking
    from hanse.viz import tables

    text = sys.stdin.read() if query == "-" else asking.query_text(query)
    kept = dict(_pair(pair) for pair in where or ())
    called = "standard input" if query == "-" else query
    found = asking.sparql(session, text, where=kept, called=called)
    document = asking.sparql_document(session, found)
    answer(document, as_json=as_json, table=lambda: tables.plain(*asking.sparql_rows(found)))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise BadInput(f"{text!r} is no NAME=VALUE", where="--where", hint="--where name=Biocat")
    return name.strip(), value.strip()
