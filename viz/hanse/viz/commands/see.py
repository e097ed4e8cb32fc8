"""Commands that show what the project holds."""

from typing import Annotated

import typer

from hanse.viz.commands.options import (
    AsJson,
    AsOf,
    Chain,
    For,
    GuideName,
    Project,
    answer,
    open_session,
)

Name = Annotated[str, typer.Argument(help="An id or any known name.")]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    for command in (explore, clusters, partnerships, show, sources, conflicts):
        cli.command()(command)


def explore(
    context: typer.Context,
    port: Annotated[int | None, typer.Option(help="Port; a free one by default.")] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only serve.")] = False,
    as_of: AsOf = None,
    project: Project = None,
) -> None:
    """Open the explorer in the browser."""
    from hanse.viz.commands.options import project_of
    from hanse.viz.server import serve

    serve(project_of(context, project), port=port, as_of=as_of, open_browser=not no_browser)


def clusters(
    context: typer.Context,
    alliance: For = None,
    chain: Chain = None,
    guide: GuideName = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """List the cluster organisations, with scores if asked."""
    session = open_session(context, project, as_of)
    from hanse.viz import documents, tables
    from hanse.viz.scoring import scores

    found = scores(session, alliance, chain=chain, guide=guide) if chain or guide else {}
    document = documents.clusters_document(session, scores=found)
    answer(document, as_json=as_json, table=lambda: tables.clusters(document))


def partnerships(
    context: typer.Context, as_of: AsOf = None, project: Project = None, as_json: AsJson = False
) -> None:
    """List partnerships, networks and consortia."""
    session = open_session(context, project, as_of)
    from hanse.viz import documents, tables

    document = documents.partnerships_document(session)
    answer(document, as_json=as_json, table=lambda: tables.partnerships(document))


def show(
    context: typer.Context,
    name: Name,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Show all that is said of one thing, and where."""
    session = open_session(context, project, as_of, every_day=True)
    from hanse.viz.showing import around
    from hanse.viz.showing import show as shown_document
    from hanse.viz.shown_tables import shown

    near = around(session, name)
    document = shown_document(near, name)
    answer(document, as_json=as_json, table=lambda: shown(document, near.graph.name))


def sources(
    context: typer.Context, as_of: AsOf = None, project: Project = None, as_json: AsJson = False
) -> None:
    """List the sources and their claims."""
    session = open_session(context, project, as_of, every_day=True)
    from hanse.viz import documents, tables

    document = documents.sources_document(session)
    answer(document, as_json=as_json, table=lambda: tables.sources(document))


def conflicts(
    context: typer.Context, as_of: AsOf = None, project: Project = None, as_json: AsJson = False
) -> None:
    """Find what does not add up."""
    session = open_session(context, project, as_of, every_day=True)
    from hanse.viz import answer_tables
    from hanse.viz.conflict_documents import conflicts_document

    document = conflicts_document(session, session.conflicts)
    answer(document, as_json=as_json, table=lambda: answer_tables.conflicts(document))
