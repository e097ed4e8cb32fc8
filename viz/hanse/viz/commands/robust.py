"""The command that asks what it would take to change the order of an evaluation."""

from typing import Annotated

import typer

from hanse.viz.commands.options import (
    Add,
    Anonymous,
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

Draws = Annotated[int, typer.Option("--draws", help="How many draws are made.", min=1)]
Seed = Annotated[int, typer.Option("--seed", help="Where chance begins; the same repeats.", min=0)]
Concentration = Annotated[
    float, typer.Option("--concentration", help="How closely drawn weights keep to the guide's.")
]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    cli.command()(robustness)


def robustness(
    context: typer.Context,
    guide: GuideName = None,
    alliance: For = None,
    members: Members = None,
    add: Add = None,
    remove: Remove = None,
    pool: Pool = None,
    anonymous: Anonymous = None,
    draws: Draws = 20_000,
    seed: Seed = 1,
    concentration: Concentration = 50.0,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Ask what would change the order."""
    session = open_session(context, project, as_of)
    from hanse.queries.robustness import robustness as found_robustness
    from hanse.viz import robust_documents, robust_tables
    from hanse.viz.hiding import hidden_in

    has_alliance = bool(alliance or members or session.graph.settings.alliance)
    asked = (
        asked_alliance(session, alliance, members=members, add=add, remove=remove)
        if has_alliance
        else None
    )
    evaluation = session.evaluate(session.guide(guide), session.pool(split(pool), asked))
    found = found_robustness(evaluation, draws=draws, seed=seed, concentration=concentration)
    shown = robust_documents.robustness_document(session, found)
    document = hidden_in(session, shown, evaluation, hidden=split(anonymous))
    answer(document, as_json=as_json, table=lambda: robust_tables.robustness(document))
