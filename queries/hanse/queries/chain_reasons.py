"""Say in sentences what a candidate adds to a chain, with the categories and claims behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from hanse.graph.claims import Claim
from hanse.graph.model import Category
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.chains import TOLERANCE, StageCover, StageState, Standing
from hanse.queries.gains import ROUNDING, Ends, Gains
from hanse.queries.reasons import Reason, counted, described, evidence_of, listed, quoted


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """What is needed to say why one candidate earns what it earns on a chain."""

    graph: PartnershipGraph
    cluster: str
    covers: Sequence[StageCover] = field(hash=False)
    standing: Standing
    states: Sequence[StageState] = field(hash=False)
    categories: Mapping[str, Category] = field(hash=False)

    @cached_property
    def statements(self) -> Mapping[str, list[Claim]]:
        """Return the claims that state each category of the candidate."""
        found: dict[str, list[Claim]] = {}
        for claim in self.graph.ties(self.cluster, "classified_as"):
            found.setdefault(claim.other, []).append(claim)
        return found

    def reasons(self, gains: Gains) -> tuple[Reason, ...]:
        """Return the sentences on gap, thin stages, hand-overs and redundancy, in this order."""
        return (
            *self._chain_notes(gains),
            *(self._gap(g.place, g.gap) for g in gains.stages if g.gap[1] > ROUNDING),
            *(self._thin(g.place, g.thin) for g in gains.stages if g.thin[1] > ROUNDING),
            *(self._hand_overs() if (gains.hand_over.high or 0.0) > ROUNDING else ()),
            *self._redundancy(gains),
        )

    def evidence(self) -> Reason:
        """Return how many statements of which kind the chain part rests on."""
        earners = {category for cover in self.covers for category in cover.categories}
        claims = [claim for c in sorted(earners) for claim in self.statements.get(c, ())]
        focus = [c for c in claims if self.categories[c.other].scheme == "stated_focus"]
        labels = [c for c in claims if c not in focus]
        kinds = [
            f"{counted(len(said), noun)} ({_places(said)})"
            for said, noun in ((labels, "category label"), (focus, "stated focus area"))
            if said
        ]
        text = f"Its place in the chain rests on {listed(kinds)}{_weakness(claims)}."
        return self._reason("evidence", text, sorted(earners))

    def _chain_notes(self, gains: Gains) -> list[Reason]:
        notes = []
        if gains.is_complete:
            least, most = (f"{100 * (end or 0.0):.1f}" for end in _ends(gains))
            size = least if least == most else f"{least} to {most}"
            text = (
                f"The chain is complete without it, so what it adds ({size} % of the whole"
                " chain) does not count."
            )
            notes.append(Reason(component="chain_gain", text=text))
        if self.standing.unknown:
            names = listed([self.graph.name(member) for member in self.standing.unknown])
            text = f"What {names} may cover is unknown, so what a candidate adds is a range."
            notes.append(Reason(component="chain_gain", text=text))
        return notes

    def _gap(self, place: int, gain: Ends) -> Reason:
        state = self.states[place]
        has = state.cover
        if has.high is not None and has.high <= ROUNDING:
            what = f"Fills the gap at {quoted(state.label)}, which no member covers"
        elif gain[0] <= ROUNDING:
            what = f"May fill a gap at {quoted(state.label)}"
        else:
            what = f"Completes {quoted(state.label)}, which the members cover only in part"
        return self._at_stage("gap", what, place)

    def _thin(self, place: int, gain: Ends) -> Reason:
        verb = "Strengthens" if gain[0] > ROUNDING else "May strengthen"
        stage = quoted(self.states[place].label)
        what = f"{verb} the thin stage {stage} as a further provider"
        return self._at_stage("thin", what, place)

    def _at_stage(self, component: str, what: str, place: int) -> Reason:
        earners = self.covers[place].categories
        text = f"{what}: {described(self.categories[c] for c in earners)}."
        return self._reason(component, text, earners, stage=self.states[place].id)

    def _hand_overs(self) -> list[Reason]:
        best = self.standing.best
        after = [
            (max(has[0], cover.low), max(has[1], cover.high))
            for has, cover in zip(best, self.covers, strict=True)
        ]
        found = []
        for place, (before, now) in enumerate(zip(pairwise(best), pairwise(after), strict=True)):
            least, most = (min(end) for end in zip(*now, strict=True))
            had_least, had_most = (min(end) for end in zip(*before, strict=True))
            if most - had_least > ROUNDING:
                found.append(self._hand_over(place, had_least > 0, least - had_most > ROUNDING))
        return found

    def _hand_over(self, place: int, was_there: bool, is_sure: bool) -> Reason:
        here, there = (quoted(self.states[p].label) for p in (place, place + 1))
        earners = [*self.covers[place].categories, *self.covers[place + 1].categories]
        verb, better = "Lets" if is_sure else "May let", " better than before" if was_there else ""
        text = f"{verb} work be handed on from {here} to {there}{better}."
        stage = self.states[place].id
        return self._reason("hand_over", text, list(dict.fromkeys(earners)), stage=stage)

    def _redundancy(self, gains: Gains) -> list[Reason]:
        if not gains.redundancy.high:
            return []
        places = [p for p, cover in enumerate(self.covers) if cover.high and self._is_deep(p)]
        earners = dict.fromkeys(c for p in places for c in self.covers[p].categories)
        stages = listed([quoted(self.states[p].label) for p in places])
        depth = counted(len(self.standing.feeds.chain.provider_worths), "full provider")
        share = f"{100 * gains.redundancy.high:.0f} % of what it covers"
        text = f"Doubles what is there: {share} lies at {stages}, where there are {depth} already."
        return [self._reason("redundancy", text, list(earners))]

    def _is_deep(self, place: int) -> bool:
        depth = len(self.standing.feeds.chain.provider_worths)
        return self.standing.amounts[place][1] >= depth - TOLERANCE

    def _reason(
        self, component: str, text: str, earners: Sequence[str], stage: str | None = None
    ) -> Reason:
        claims = [claim for c in earners for claim in self.statements.get(c, ())]
        return Reason(
            component=component,
            text=text,
            stage=stage,
            categories=tuple(self.categories[c] for c in earners),
            evidence=evidence_of(claims),
        )


def _ends(gains: Gains) -> tuple[float | None, float | None]:
    return gains.absolute.low, gains.absolute.high


def _places(claims: Iterable[Claim]) -> str:
    """Return where claims stand, each place once: one row that states three labels is one."""
    return "; ".join(dict.fromkeys(claim.locator for claim in claims))


def _weakness(claims: Sequence[Claim]) -> str:
    """Return what the statements are besides stated: repaired, or assumed."""
    repaired = sum(claim.status == "repaired" for claim in claims)
    assumed = sum(claim.status == "assumption" for claim in claims)
    parts = [f"{counted(repaired, 'of them', 'of them')} repaired"] if repaired else []
    parts += [f"{counted(assumed, 'of them', 'of them')} assumed"] if assumed else []
    return f", {listed(parts)}" if parts else ""
