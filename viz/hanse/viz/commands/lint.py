"""Commands on a guide or a chain: checks, which end with 2 on errors only, and weights."""

from pathlib import Path
from typing import Annotated

import typer

from hanse.viz.commands.options import AsJson, AsOf, Project, answer, open_session

Name = Annotated[
    str | None, typer.Argument(help="An id or a TOML file; the project's own by default.")
]
RulesName = Annotated[
    str | None,
    typer.Option("--rules", help="Screening rules it is used after: an id or a TOML file."),
]
Answers = Annotated[
    list[str] | None,
    typer.Option("--answer", help="interest:culture=2, worth twice as much; may be repeated."),
]
Written = Annotated[
    Path | None, typer.Option("--write", help="Write the guide with these weights: NAME.toml.")
]
WITH_ERRORS = 2


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    guide = typer.Typer(
        help="Check evaluation guides, and find their weights.", rich_markup_mode=None
    )
    chain = typer.Typer(help="Check value chains.", rich_markup_mode=None)
    guide.command(name="lint")(guide_lint)
    guide.command(name="weights")(guide_weights)
    chain.command(name="lint")(chain_lint)
    cli.add_typer(guide, name="guide")
    cli.add_typer(chain, name="chain")


def guide_lint(
    context: typer.Context,
    name: Name = None,
    rules: RulesName = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Say what is open, lopsided or out of reach in an evaluation guide, with lines."""
    session = open_session(context, project, as_of)
    from hanse.viz.lint_documents import guide_lint_document

    _told(guide_lint_document(session, name, rules=rules), as_json=as_json)


def chain_lint(
    context: typer.Context,
    name: Name = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Say what is thin, double or nobody's in a value chain, with lines."""
    session = open_session(context, project, as_of)
    from hanse.viz.lint_documents import chain_lint_document

    _told(chain_lint_document(session, name), as_json=as_json)


def guide_weights(
    context: typer.Context,
    name: Name = None,
    said: Answers = None,
    write: Written = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Find weights by trade-off questions: as few as needed, then some that check."""
    session = open_session(context, project, as_of)
    from hanse.viz.weight_questions import print_weights, trade_off, weights_document

    answers = [trade_off(text) for text in said or ()]
    document = weights_document(session, session.guide(name), answers)
    if write:
        from hanse.viz.weighted_guides import write_weighted

        text, where = session.definition("guide", name)
        write_weighted(text, document["weights"], write, where=where)
    answer(document, as_json=as_json, table=lambda: print_weights(document))


def _told(document: dict[str, object], *, as_json: bool) -> None:
    from hanse.viz.lint_documents import has_errors
    from hanse.viz.lint_tables import findings

    answer(document, as_json=as_json, table=lambda: findings(document))
    if has_errors(document):
        raise typer.Exit(WITH_ERRORS)
