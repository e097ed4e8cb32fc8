"""A search told in six steps: what was sought, found and chosen, and what we would have said."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from hanse.graph.errors import UserMistake
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.outcomes import Outcome
from hanse.queries.reasons import listed
from hanse.queries.replay import Replay, ReplayedStep
from hanse.viz.answers import evidence
from hanse.viz.documents import Document, common, interval
from hanse.viz.opening import Opening
from hanse.viz.screening import replay_of
from hanse.viz.words import number, span, unit_label

OUTCOMES: Final[dict[Outcome, str]] = {"pass": "pass", "fail": "fail", "unknown": "stay open"}
UNITS: Final = ("companies", "smes", "research_bodies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a step, with where it stands."""

    text: str
    sources: list[Document] = field(default_factory=list, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what is said, which clusters it is about, and where the page shows more."""

    title: str
    lines: tuple[Line, ...]
    clusters: tuple[str, ...]
    tab: str


def story_document(opening: Opening) -> Document:
    """Return the steps of the project's search; none where it states no search, and why.

    Nothing of the outcome is said, or known, before the fifth step.
    """
    if opening.session.engine.is_large:
        why = "the search of so large a project is not told"
        return {**common(opening.session), "label": None, "steps": [], "why": why}
    try:
        found = replay_of(opening.session)
    except UserMistake as fault:
        return {**common(opening.session), "label": None, "steps": [], "why": str(fault.what)}
    steps = story(
        opening.session.graph, found, opening.alliance.targets if opening.alliance else ()
    )
    return {
        **common(opening.session),
        "label": found.answers.search.label,
        "steps": [_step(step) for step in steps],
        "why": None,
    }


def _step(step: Step) -> Document:
    return {
        "title": step.title,
        "lines": [{"text": line.text, "sources": line.sources} for line in step.lines],
        "clusters": list(step.clusters),
        "tab": step.tab,
    }


def story(graph: PartnershipGraph, found: Replay, targets: Sequence[str]) -> tuple[Step, ...]:
    """Return the six steps of a replayed search."""
    return (
        _start(graph, found, targets),
        _search(found),
        _screening(graph, found),
        _ours(graph, found),
        _outcome(graph, found),
        _differences(found),
    )


def _start(graph: PartnershipGraph, found: Replay, targets: Sequence[str]) -> Step:
    members = found.answers.alliance
    lines = [f"{_names(graph, members)} look for partners."]
    if targets:
        lines.append(f"Together they want to open {_names(graph, targets)}.")
    return Step(title="Who searches", lines=_lines(lines), clusters=members, tab="chain")


def _search(found: Replay) -> Step:
    lines = [_found(step) for step in found.steps]
    clusters = dict.fromkeys(cluster for step in found.steps for cluster in step.found)
    return Step(
        title="Where they looked", lines=_lines(lines), clusters=tuple(clusters), tab="list"
    )


def _found(step: ReplayedStep) -> str:
    known = "nobody is named" if not step.found else f"{number(len(step.found))} found"
    taken = f", {number(len(step.shortlisted))} taken up" if step.found else ""
    return f"{step.label}: {known}{taken}."


def _screening(graph: PartnershipGraph, found: Replay) -> Step:
    named = [one for one in found.candidates if one.is_named]
    counted = Counter(one.screening for one in named if one.screening)
    said = [f"{number(counted[o])} {words}" for o, words in OUTCOMES.items() if counted[o]]
    lines = [f"{number(len(named))} candidates are named in the search."]
    if said:
        lines.append(f"By the rules of the search, on the day, {listed(said)}: what nobody states")
        lines[-1] += " neither passes nor excludes."
    failing = [one.id for one in named if one.screening == "fail"]
    if failing:
        lines.append(f"Excluded by a stated fact: {_names(graph, failing)}.")
    ids = tuple(one.id for one in named)
    return Step(title="Who was named", lines=_lines(lines), clusters=ids, tab="candidates")


def _ours(graph: PartnershipGraph, found: Replay) -> Step:
    seats = found.answers.seats
    places = {one.id: one for one in found.candidates}
    lines = []
    for cluster in found.ours:
        one = places[cluster]
        seat = f" in a seat for {seats[cluster]}" if cluster in seats else ""
        rank = f", rank {one.rank.best} to {one.rank.worst}" if one.rank else ""
        lines.append(f"{graph.name(cluster)}{seat}{rank} by complementarity.")
    opening = "From what was stated on that day, these complete the alliance best:"
    return Step(
        title="Whom we would seat",
        lines=_lines([opening, *lines]),
        clusters=found.ours,
        tab="candidates",
    )


def _outcome(graph: PartnershipGraph, found: Replay) -> Step:
    both = [cluster for cluster in found.outcome if cluster in found.ours]
    lines = [f"{_names(graph, found.outcome)} joined."]
    lines.append(f"We agree on {_names(graph, both)}." if both else "None of them is among ours.")
    lines += [_extent(found, unit) for unit in UNITS]
    return Step(
        title="What came out",
        lines=_lines(filter(None, lines)),
        clusters=found.outcome,
        tab="reach",
    )


def _extent(found: Replay, unit: str) -> str:
    """Return how far both would reach themselves, where either is known."""
    extents = [one.hops[0].counts[unit].interval for one in (found.reach, found.answers.reach)]
    if all(one.low is None and one.high is None for one in extents):
        return ""
    theirs, ours = (span(interval(one)) for one in extents)
    label = unit_label(unit)
    return f"{label[0].upper()}{label[1:]}: {theirs} with the chosen, {ours} with ours."


def _differences(found: Replay) -> Step:
    lines = tuple(Line(text=d.text, sources=evidence(d.evidence)[:3]) for d in found.differences)
    ids = tuple(one.id for one in found.candidates if one.is_chosen or one.is_ours)
    return Step(title="Why the two differ", lines=lines, clusters=ids, tab="evaluation")


def _lines(texts: Iterable[str]) -> tuple[Line, ...]:
    return tuple(Line(text=text) for text in texts)


def _names(graph: PartnershipGraph, ids: Sequence[str]) -> str:
    return listed([graph.name(one) if one in graph else one for one in ids])
