"""Commands that share a project through a graph database."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from hanse.viz.commands.options import AsJson, Project, answer, project_of

Uri = Annotated[
    str, typer.Argument(metavar="URI", help="neo4j://HOST, bolt://HOST, +s for encryption.")
]
Scores = Annotated[
    bool, typer.Option("--scores", help="Put the answers to its own questions on the clusters.")
]
NewFile = Annotated[Path, typer.Argument(help="The project file to make: NAME.hanse.")]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    cli.command()(push)
    cli.command()(pull)


def push(
    context: typer.Context,
    uri: Uri,
    scores: Scores = False,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Write the project to a Neo4j server; the password is in HANSE_NEO4J_PASSWORD."""
    from hanse.viz.projects import version
    from hanse.viz.sharing import push as push_project

    pushed = project_of(context, project)
    told = _told if sys.stderr.isatty() else None
    counts = push_project(pushed, uri, scores=scores, progress=told)
    document: dict[str, object] = {
        "project": pushed, "as_of": None, "version": version(), "written": [uri],
        "counts": dict(counts),
    }  # fmt: skip
    answer(document, as_json=as_json, table=lambda: _say_pushed(uri, counts["claims"]))


def pull(uri: Uri, file: NewFile, as_json: AsJson = False) -> None:
    """Make a project file of what a Neo4j server holds."""
    from hanse.viz.projects import version
    from hanse.viz.sharing import pull as pull_project

    counts = pull_project(uri, file)
    document: dict[str, object] = {
        "project": uri, "as_of": None, "version": version(), "written": [str(file)],
        "counts": dict(counts),
    }  # fmt: skip
    answer(document, as_json=as_json, table=lambda: typer.echo(f"made: {file}", err=True))


def _told(origin: str, done: int, total: int) -> None:
    typer.echo(f"{origin}: {done:,} of {total:,} statements", err=True)


def _say_pushed(uri: str, claims: int) -> None:
    typer.echo(f"pushed: {claims:,} statements are at {uri}", err=True)
