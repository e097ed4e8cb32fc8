"""Ask a project for the best set of partners, with the defaults that the project keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hanse.graph.errors import BadInput, UnknownName
from hanse.graph.quantities import Interval, exact
from hanse.graph.rules import Field, Quota, Rules
from hanse.queries.composition import compose
from hanse.queries.composition_records import ChosenSet, Composition
from hanse.queries.composition_rules import SetRules
from hanse.queries.composition_value import Objective
from hanse.viz.documents import Document, common, interval
from hanse.viz.session import Alliance, Session

SEATS: int = 3  # partners, where neither a size nor a quota is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a set, as options say it: ``quotas`` and ``costs`` by name."""

    size: int | None = None
    quotas: Mapping[str, float] | None = None
    costs: Mapping[str, float] | None = None
    weights: Mapping[str, float] | None = None
    rules: str | None = None
    require: Sequence[str] = ()
    exclude: Sequence[str] = ()
    budget: float | None = None
    new_regions: int = 0
    least_active: int = 0
    least_entities: int = 0
    least_countries: int = 0
    invite_one_each: bool = False


def composition_of(
    session: Session,
    alliance: Alliance,
    asked: Asked,
    *,
    chain: str | None = None,
    guide: str | None = None,
    pool: Sequence[str] | None = None,
    near_best: int = 10,
    pareto: bool = False,
    include_networks: bool = False,
) -> Composition:
    """Return the best sets of partners for an alliance.

    Rules of the project apply only where they are named; its fields say what a quota's field
    is. Fit is that of the project's guide, as far as anything is rated.
    """
    declined = session.declined(alliance)
    considered = session.graph.ids("cluster") if pool is None else pool
    candidates = [c for c in considered if c not in declined and c not in alliance.members]
    return compose(
        session.graph,
        alliance=alliance.members,
        chain=session.chain(chain),
        rules=set_rules(session, asked),
        targets=alliance.targets,
        candidates=candidates,
        weights=objective(asked.weights or {}),
        fits=_fits(session, guide, candidates),
        near_best=near_best,
        pareto=pareto,
        include_networks=include_networks,
    )


def _fits(
    session: Session, guide: str | None, candidates: Sequence[str]
) -> Mapping[str, Interval] | None:
    if not (guide or session.graph.settings.guide):
        return None
    cards = session.evaluate(session.guide(guide), candidates).candidates
    return {card.id: card.fit for card in cards}


def set_rules(session: Session, asked: Asked) -> SetRules:
    """Return what is asked of a set: named rules first, then what the options add."""
    start = SetRules.of(session.rules(asked.rules)) if asked.rules else SetRules()
    quotas = _quotas(session, asked) or start.quotas
    seats = sum(quota.seats for quota in quotas)
    size = asked.size or (seats if seats else start.smallest if asked.rules else SEATS)
    return replace(
        start.with_least_active(asked.least_active),
        smallest=size,
        largest=size,
        quotas=quotas,
        required=tuple(session.graph.find(name, "cluster") for name in asked.require),
        excluded=tuple(session.graph.find(name, "cluster") for name in asked.exclude),
        budget=asked.budget,
        costs={
            session.graph.find(name, "cluster"): exact(cost)
            for name, cost in (asked.costs or {}).items()
        },
        new_regions=asked.new_regions,
        invite_one_each=asked.invite_one_each or start.invite_one_each,
        least_entities=asked.least_entities or start.least_entities,
        least_countries=asked.least_countries or start.least_countries,
    )


def _quotas(session: Session, asked: Asked) -> tuple[Quota, ...]:
    if not asked.quotas:
        return ()
    fields = _fields(session.rules(asked.rules))
    found = []
    for name, seats in asked.quotas.items():
        if name not in fields:
            raise UnknownName(name, kind="field", known=fields)
        found.append(Quota(field=fields[name], seats=int(seats)))
    return tuple(found)


def _fields(rules: Rules) -> dict[str, Field]:
    return {field.id: field for field in rules.fields}


def objective(weights: Mapping[str, float]) -> Objective:
    """Return the weights of an objective, by default the usual ones.

    Raises
    ------
    BadInput
        When a part of the value is not called so.
    """
    known = Objective.__dataclass_fields__
    for name in weights:
        if name not in known:
            error = UnknownName(name, kind="part of the value", known=known)
            raise BadInput(error.what, where="--weight", hint=error.hint)
    return replace(Objective(), **dict(weights))


def compose_document(session: Session, answer: Composition) -> Document:
    """Return the best sets; those that only may pass stand under ``possible``."""
    weights = answer.objective
    return {
        **common(session),
        "objective": {n: getattr(weights, n) for n in type(weights).__dataclass_fields__},
        "status": answer.status,
        "bound": answer.bound,
        "sets": [_set(one) for one in answer.sets],
        "appearances": answer.appearances,
        "pareto": [list(members) for members in answer.pareto],
        "relax": [list(rules) for rules in answer.relax],
        "front": answer.front
        and {"number": answer.front.number, "complete": answer.front.is_complete},
        "gap": answer.certain.gap,
        "proved": answer.certain.proved,
        "alliance": list(answer.alliance),
        "chain": answer.chain,
        "targets": list(answer.targets),
        "rules": [{"id": rule.id, "text": rule.text} for rule in answer.rules],
        "candidates": list(answer.candidates),
        "possible": {
            "status": answer.possible.status,
            "bound": answer.possible.bound,
            "sets": [_set(one) for one in answer.possible.sets],
            "appearances": answer.possible.appearances,
            "relax": [list(rules) for rules in answer.possible.relax],
        },
        "failing": [
            {
                "members": list(one.members),
                "value": interval(one.makeup.value),
                "why_not": [{"rule": f.rule, "text": f.text} for f in one.why_not],
            }
            for one in answer.failing
        ],
    }


def _set(one: ChosenSet) -> Document:
    parts = one.makeup
    return {
        "members": list(one.members),
        "value": interval(one.value),
        "components": {
            name: interval(getattr(parts, name)) for name in ("chain", "region", "market", "fit")
        },
        "cost": interval(one.cost),
        "seats": [{"quota": quota, "cluster": cluster} for quota, cluster in one.seats],
        "open": [{"rule": f.rule, "text": f.text} for f in one.open],
        "off_chain": list(one.off_chain),
        "uncategorised": list(one.uncategorised),
    }
