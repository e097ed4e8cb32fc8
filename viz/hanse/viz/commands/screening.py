"""Commands that screen candidates by rules, and replay a search on its day."""

from typing import TYPE_CHECKING, Annotated

import typer

from hanse.viz.commands.options import (
    Add,
    AsJson,
    AsOf,
    Chain,
    For,
    GuideName,
    Markets,
    Members,
    Pool,
    Project,
    Remove,
    answer,
    asked_alliance,
    open_session,
    split,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hanse.viz.session import Session

RulesName = Annotated[
    str | None, typer.Option("--rules", help="Screening rules: an id or a TOML file.")
]
Audit = Annotated[
    bool, typer.Option("--audit", help="Say per quota what the filter finds and leaves out.")
]
Filters = Annotated[
    list[str] | None,
    typer.Option("--filter", help="Of the directory's twelve: country_code=DE; may be repeated."),
]
Case = Annotated[
    str | None, typer.Argument(help="A .hanse file or a shipped project that states a search.")
]
SearchName = Annotated[
    str | None, typer.Option("--search", help="Which search, if the project states several.")
]


def register(cli: typer.Typer) -> None:
    """Add the commands of this group."""
    for command in (screen, replay):
        cli.command()(command)


def screen(
    context: typer.Context,
    rules: RulesName = None,
    alliance: For = None,
    members: Members = None,
    add: Add = None,
    remove: Remove = None,
    market: Markets = None,
    pool: Pool = None,
    filters: Filters = None,
    audit: Audit = False,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Ask who meets the rules, and who is left out."""
    session = open_session(context, project, as_of)
    from hanse.viz import screen_documents, screen_tables
    from hanse.viz.screening import screening_of

    asked = None
    if alliance or members or session.graph.settings.alliance:
        asked = session.alliance(
            alliance,
            members=split(members),
            add=add or (),
            remove=remove or (),
            markets=market or (),
        )
    chosen = _pool(session, split(pool), filters or ())
    found = screening_of(session, session.rules(rules), asked, pool=chosen)
    document = screen_documents.screen_document(session, found)
    answer(
        document, as_json=as_json, table=lambda: screen_tables.screening(document, is_audit=audit)
    )


def _pool(
    session: "Session", named: "Sequence[str]", filters: "Sequence[str]"
) -> "Sequence[str] | None":
    """Return whom to screen: those that are named, those of them that the filters select."""
    if not filters:
        return session.pool(named) if named else None
    from hanse.queries.facets import select
    from hanse.viz.facet_choice import chosen_facets, remarks

    chosen = chosen_facets(session.graph, filters)
    for remark in remarks(session.graph, chosen):
        typer.echo(f"remark: {remark}", err=True)
    found = select(session.graph, chosen).clusters
    return [cluster for cluster in found if not named or cluster in session.pool(named)]


def replay(
    context: typer.Context,
    case: Case = None,
    alliance: For = None,
    members: Members = None,
    chain: Chain = None,
    guide: GuideName = None,
    rules: RulesName = None,
    search: SearchName = None,
    as_of: AsOf = None,
    project: Project = None,
    as_json: AsJson = False,
) -> None:
    """Replay a search beside what Hanse says."""
    session = open_session(context, case or project, as_of)
    from hanse.viz import screen_documents, screen_tables
    from hanse.viz.screening import replay_of

    found = replay_of(
        session,
        chain=chain,
        guide=guide,
        rules=rules,
        search=search,
        alliance=asked_alliance(session, alliance, members=members),
    )
    document = screen_documents.replay_document(session, found)
    answer(document, as_json=as_json, table=lambda: screen_tables.replayed(document))
