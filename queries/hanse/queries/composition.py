"""The best set of partners for an alliance, under rules, and how sure that is.

Candidates one by one say who is good; who is good *together* is another question, for two who
fill the same gap are worth little more than one. The value of a set is that of
:mod:`hanse.queries.composition_value`.

Two outlooks are given, since facts are unknown. In the *certain* one a set passes every rule
whatever the unknown facts are, and sets are in order of what they are worth at least. In the
*possible* one no rule is known to be broken, and sets are in order of what they may be worth.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from hanse.graph.errors import BadInput
from hanse.graph.model import ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.queries.composition_reading import situation
from hanse.queries.composition_records import Composition
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import DEFAULT_OBJECTIVE, Objective

TIME_LIMIT: Final = 40.0  # seconds


def compose(
    graph: PartnershipGraph,
    *,
    alliance: Sequence[str],
    chain: ValueChain,
    rules: SetRules,
    targets: Sequence[str] = (),
    candidates: Sequence[str] | None = None,
    weights: Objective = DEFAULT_OBJECTIVE,
    fits: Mapping[str, Interval] | None = None,
    near_best: int = 10,
    pareto: bool = False,
    time_limit: float = TIME_LIMIT,
    include_networks: bool = False,
) -> Composition:
    """Return the best sets of partners for an alliance.

    Parameters
    ----------
    graph
        What is known on the day asked for.
    alliance
        Ids or names of the members. A session takes the project's alliance.
    chain
        The value chain. A session takes the project's.
    rules
        What is asked of a set. A session takes the project's rules, and changes what is asked
        for beside them.
    targets
        Ids or names of target markets; a session takes those of the alliance. Without any,
        markets add nothing.
    candidates
        Ids or names of those to choose from; ``None`` is every cluster. Members are none, and
        those required are always among them. A session takes the project's pool.
    weights
        What each part of the value counts.
    fits
        The fit of candidates by id or name, 0 to 1; one that is not named may have any. A
        session takes the fit by the project's guide. Without ``fits``, fit weighs nothing,
        and the answer shows that weight.
    near_best
        How many sets are given.
    pareto
        Whether the front on chain, fit, cost and reach is given too.
    time_limit
        Seconds; what is not proved by then is said not to be. Small problems need a fraction
        of one, and their answers never depend on it.
    include_networks
        Whether a network, too, counts as a way to reach its members.

    Returns
    -------
    Composition
        Sets by their value at its worst, falling, then at its best, then by ids; of more sets
        than can be looked at, those of equal value come as they are found.

    Raises
    ------
    UnknownName
        When the graph holds no such cluster or market on its day.
    BadInput
        When there is nobody to choose from, or a member is required.
    BadDefinition
        When the rules contradict themselves.
    HanseError
        When no set is found in time.
    """
    members, asked = _ids(graph, alliance), _resolved(graph, rules)
    _check(asked, members, near_best)
    about = situation(
        graph,
        alliance=members,
        chain=chain,
        targets=sorted({graph.find(market, "market") for market in targets}),
        candidates=_pool(graph, members, asked, candidates),
        rules=asked,
        fits=None if fits is None else {_id(graph, name): fit for name, fit in fits.items()},
        include_networks=include_networks,
    )
    # numerical libraries take longer to load than most questions need
    from hanse.queries.outlooks import Asked, composed

    question = Asked(
        situation=about,
        rules=asked,
        objective=weights.for_situation(about),
        number=near_best,
        seconds=time_limit,
    )
    return composed(question, has_front=pareto)


def _pool(
    graph: PartnershipGraph,
    members: Sequence[str],
    rules: SetRules,
    candidates: Sequence[str] | None,
) -> list[str]:
    everybody = graph.ids("cluster") if candidates is None else _ids(graph, candidates)
    pool = sorted({*everybody, *rules.required}.difference(members))
    if not pool:
        raise BadInput("there is nobody to choose from", hint="name candidates")
    return pool


def _check(rules: SetRules, members: Sequence[str], near_best: int) -> None:
    if near_best < 1:
        raise BadInput("fewer than one set cannot be given", where="near-best sets")
    for required in rules.required:
        if required in members:
            raise BadInput(f"{required} is a member already", hint="require others")


def _id(graph: PartnershipGraph, name: str) -> str:
    return graph.find(name, "cluster")


def _ids(graph: PartnershipGraph, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({_id(graph, name) for name in names}))


def _resolved(graph: PartnershipGraph, rules: SetRules) -> SetRules:
    """Return the rules with ids in place of names."""
    inviters = (
        None
        if rules.inviters is None
        else {_id(graph, name): _ids(graph, who) for name, who in rules.inviters.items()}
    )
    return replace(
        rules,
        required=_ids(graph, rules.required),
        excluded=_ids(graph, rules.excluded),
        costs={_id(graph, name): cost for name, cost in rules.costs.items()},
        inviters=inviters,
    )
