"""Commands that ask the three questions, and more."""

from typing import Annotated

import typer

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
    top: Annotated[
        int, typer.Option("--top", help="How many a large project lists; 0: all.", min=0)
    ] = 100,
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
    found = session.evaluate(
        session.guide(guide), session.pool(split(pool), asked), top=top or None
    )
    shown = session.about([card.id for card in found.candidates])
    whole = answers.evaluate_document(shown, found)
    document = hidden_in(shown, whole, found, hidden=split(anonymous))
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
    level: Annotated[
        str | None,
        typer.Option("--level", help="Count regions at country, nuts1, nuts2 or nuts3, too."),
    ] = None,
    chain: Chain = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Ask how far the alliance reaches."""
    session = open_session(context, project, as_of)
    from hanse.viz import answer_tables
    from hanse.viz.reaching import ReachAsked, reach_answer

    asked = ReachAsked(
        alliance=asked_alliance(session, alliance, members=members, add=add, remove=remove),
        include_networks=networks,
        assumed=tuple(assume or ()),
        gains=marginal,
        by=marginal_by,
        chain=chain,
        level=level,
    )
    document = reach_answer(session, asked)
    answer(document, as_json=as_json, table=lambda: answer_tables.reach(document))
