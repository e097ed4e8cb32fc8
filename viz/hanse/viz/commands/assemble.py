"""Commands on whole alliances: the best set of partners, bridges, comparison, paths."""

from typing import Annotated

import typer

from hanse.graph.errors import BadInput
from hanse.viz.commands.options import (
    Add,
    AsJson,
    AsOf,
    Chain,
    For,
    GuideName,
    Markets,
    Members,
    Networks,
    Pool,
    Project,
    Remove,
    answer,
    asked_alliance,
    open_session,
    split,
)

Names = Annotated[list[str] | None, typer.Option()]
Party = Annotated[str, typer.Argument(help="An alliance or partnership, or clusters: a,b,c.")]
End = Annotated[str, typer.Argument(help="A cluster, a partnership or an alliance.")]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    for command in (compose, bridges, compare, path):
        cli.command()(command)


def compose(
    context: typer.Context,
    size: Annotated[
        int | None, typer.Option(help="How many partners; by default the seats.", min=1)
    ] = None,
    quota: Annotated[list[str] | None, typer.Option(help="Seats: photonics=1; repeatable.")] = None,
    rules: Annotated[
        str | None, typer.Option(help="Apply these rules: an id or TOML file.")
    ] = None,
    require: Annotated[list[str] | None, typer.Option(help="A cluster that is in.")] = None,
    exclude: Annotated[list[str] | None, typer.Option(help="A cluster that is out.")] = None,
    new_region: Annotated[
        bool,
        typer.Option(
            "--new-region", help="At least one partner from a region new to the alliance."
        ),
    ] = False,
    budget: Annotated[float | None, typer.Option(help="The most they cost together.")] = None,
    cost: Annotated[list[str] | None, typer.Option(help="What one costs: biocat=25.")] = None,
    min_active: Annotated[
        int, typer.Option(help="At least so many active members each.", min=0)
    ] = 0,
    min_entities: Annotated[int, typer.Option(help="At least N organisations in all.", min=0)] = 0,
    min_countries: Annotated[int, typer.Option(help="From at least M countries.", min=0)] = 0,
    invite_one_each: Annotated[
        bool, typer.Option("--invite-one-each", help="Every member invites one partner.")
    ] = False,
    weight: Annotated[
        list[str] | None, typer.Option(help="chain=.55, region, market, fit.")
    ] = None,
    near_best: Annotated[int, typer.Option(help="How many near-best sets.", min=1)] = 10,
    pareto: Annotated[bool, typer.Option("--pareto", help="Also the Pareto front.")] = False,
    alliance: For = None,
    members: Members = None,
    add: Add = None,
    remove: Remove = None,
    market: Markets = None,
    chain: Chain = None,
    guide: GuideName = None,
    pool: Pool = None,
    networks: Networks = False,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Find the best set of partners."""
    session = open_session(context, project, as_of)
    from hanse.viz import composing, standing_tables

    found = composing.composition_of(
        session,
        asked_alliance(session, alliance, members=members, add=add, remove=remove, markets=market),
        composing.Asked(
            size=size,
            quotas=_numbers(quota, "--quota"),
            costs=_numbers(cost, "--cost"),
            weights=_numbers(weight, "--weight"),
            rules=rules,
            require=require or (),
            exclude=exclude or (),
            budget=budget,
            new_regions=int(new_region),
            least_active=min_active,
            least_entities=min_entities,
            least_countries=min_countries,
            invite_one_each=invite_one_each,
        ),
        chain=chain,
        guide=guide,
        pool=session.pool(split(pool)) if pool else None,
        near_best=near_best,
        pareto=pareto,
        include_networks=networks,
    )
    document = composing.compose_document(session, found)
    answer(
        document,
        as_json=as_json,
        table=lambda: standing_tables.compose(document, session.graph.name),
    )


def _numbers(pairs: list[str] | None, option: str) -> dict[str, float]:
    """Return NAME=NUMBER pairs by name."""
    found = {}
    for pair in pairs or ():
        name, _, number = pair.partition("=")
        try:
            found[name.strip()] = float(number)
        except ValueError:
            hint = "write NAME=NUMBER"
            raise BadInput(f"{pair!r} is no NAME=NUMBER", where=option, hint=hint) from None
    return found


def bridges(
    context: typer.Context,
    alliance: For = None,
    members: Members = None,
    add: Add = None,
    remove: Remove = None,
    networks: Networks = False,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Find who holds partnerships together."""
    session = open_session(context, project, as_of)
    from hanse.queries.brokerage import bridges as find_bridges
    from hanse.viz import standing_documents, standing_tables

    clusters: tuple[str, ...] = ()
    if alliance or members or add or remove:
        asked = asked_alliance(session, alliance, members=members, add=add, remove=remove)
        clusters = asked.members
    found = find_bridges(session.graph, clusters=clusters, include_networks=networks)
    document = standing_documents.bridges_document(session, found)
    answer(
        document,
        as_json=as_json,
        table=lambda: standing_tables.bridges(document, session.graph.name),
    )


def compare(
    context: typer.Context,
    a: Party,
    b: Party,
    chain: Chain = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Put two alliances side by side."""
    session = open_session(context, project, as_of)
    from hanse.queries import comparison
    from hanse.viz import standing_documents, standing_tables
    from hanse.viz.standing import party_of

    own = chain or session.settings.chain
    parties = party_of(session, a), party_of(session, b)
    shown = session.about([one for party in parties for one in (*party.members, *party.targets)])
    found = comparison.compare(shown.graph, *parties, chain=session.chain(own) if own else None)
    document = standing_documents.compare_document(shown, found)
    answer(
        document,
        as_json=as_json,
        table=lambda: standing_tables.compare(document, shown.graph.name),
    )


def path(
    context: typer.Context,
    a: End,
    b: End,
    networks: Networks = False,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Show how two of them are connected."""
    session = open_session(context, project, as_of)
    from hanse.viz import standing_documents

    found = session.engine.path(a, b, include_networks=networks)
    document = standing_documents.path_document(session, found)
    answer(document, as_json=as_json, table=lambda: typer.echo(found.text))
