"""Commands that ask the three questions, and more."""

from typing import Annotated

import typer

from hanse.queries.reach_gains import GAINS
from hanse.viz.commands.options import (
    Add,
    Anonymous,
    AsJson,
    AsOf,
    Assume,
    Chain,
    For,
    GuideName,
    Markets,
    Members,
    Networks,
    Pool,
    Project,
    Remove,
    Top,
    answer,
    asked_alliance,
    open_session,
    split,
)


def gain_named(name: str) -> str:
    """Return what gains are ordered by; refuse what is neither a unit nor a set."""
    if name not in GAINS:
        hint = f"{name!r} is none of {', '.join(GAINS)}"
        raise typer.BadParameter(hint, param_hint="--marginal-by")
    return name


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    for command in (candidates, evaluate, reach):
        cli.command()(command)


def candidates(
    context: typer.Context,
    alliance: For = None,
    members: Members = None,
    add: Add = None,
    remove: Remove = None,
    market: Markets = None,
    chain: Chain = None,
    pool: Pool = None,
    networks: Networks = False,
    top: Top = 20,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Ask who completes the alliance, and why."""
    session = open_session(context, project, as_of)
    from hanse.viz import answer_tables, answers

    asked = asked_alliance(
        session, alliance, members=members, add=add, remove=remove, markets=market
    )
    found = session.candidates(
        asked,
        session.chain(chain),
        pool=session.pool(split(pool)) if pool else None,
        include_networks=networks,
        top=top or None,
    )
    document = answers.candidates_document(session, found, declined=session.declined(asked))
    answer(document, as_json=as_json, table=lambda: answer_tables.candidates(document, top=top))


def evaluate(
    context: typer.Context,
    guide: GuideName = None,
    alliance: For = None,
    members: Members = None,
    add: Add = None,
    remove: Remove = None,
    pool: Pool = None,
    anonymous: Anonymous = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Ask how good each candidate is, and how sure."""
    session = open_session(context, project, as_of)
    from hanse.viz import answer_tables, answers
    from hanse.viz.hiding import hidden_in

    has_alliance = bool(alliance or members or session.settings.alliance)
    asked = (
        asked_alliance(session, alliance, members=members, add=add, remove=remove)
        if has_alliance
        else None
    )
    found = session.evaluate(session.guide(guide), session.pool(split(pool), asked))
    shown = answers.evaluate_document(session, found)
    document = hidden_in(session, shown, found, hidden=split(anonymous))
    answer(document, as_json=as_json, table=lambda: answer_tables.evaluation(document))


def reach(
    context: typer.Context,
    alliance: For = None,
    members: Members = None,
    add: Add = None,
    remove: Remove = None,
    networks: Networks = False,
    assume: Assume = None,
    marginal: Annotated[
        int, typer.Option("--marginal", help="Also the N largest gains if added next.", min=0)
    ] = 0,
    marginal_by: Annotated[
        str, typer.Option("--marginal-by", help="What a gain is ordered by: a unit or a set.")
    ] = "companies",
    chain: Chain = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Ask how far the alliance reaches."""
    session = open_session(context, project, as_of)
    from hanse.viz import answer_tables, answers

    asked = asked_alliance(session, alliance, members=members, add=add, remove=remove)
    readings = [session.reading(names) for names in assume or ()]
    best: tuple[str, ...] = ()
    if marginal and chain is not None:
        best = session.best_candidates(asked, marginal, chain)
    elif marginal:
        by = gain_named(marginal_by)
        best = session.largest_gains(asked, marginal, by, include_networks=networks)
    found = session.reach(asked, include_networks=networks, candidates=best)
    compared = [
        session.reach(asked, include_networks=networks, assumptions=r, with_marginal=False)
        for r in readings
    ]
    document = answers.reach_document(session, found, readings=compared)
    answer(document, as_json=as_json, table=lambda: answer_tables.reach(document))
