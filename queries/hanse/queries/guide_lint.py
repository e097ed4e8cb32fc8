"""What is open, lopsided or out of reach in an evaluation guide, with the figures.

Nothing is mended: a guide is kept as it was published, and its readers are told. The codes:

=====================  ==========================================================================
weights-sum            (error) the weights do not add up to 100 percent
zero-weight            a criterion has no weight, so that its ratings change nothing
band-gap               numbers that no band holds have no rating
band-overlap           numbers that stand in two bands have two
band-order             a greater number earns a lower rating
rating-without-band    a rating of the scale that no band gives
mixed-maxima           scales end differently, so that fit can be read in two ways
judgement-share        how much of the weight rests on judgement alone
bands-by-judgement     bands of a number that no fact of the graph feeds
no-facts               the project states the fact for none of its clusters
unreachable-rating     ratings that the screening rules exclude beforehand
goal-unserved          a stated goal that no criterion serves
criterion-without-goal a criterion that serves no stated goal
no-veto                the lowest rating is called unacceptable, and excludes nobody
lopsided-ladder        the neutral step does not stand in the middle
unlabelled-rating      some steps of a scale have words and others none
repeated-question      two criteria ask the same
unused-group           a group without criteria
no-source              the guide does not say where it comes from
=====================  ==========================================================================
"""

from collections import Counter
from collections.abc import Iterator
from math import fsum
from typing import Final

from hanse.graph.model import Criterion, Guide
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Rules
from hanse.graph.schema import schema
from hanse.queries.floors import Floor, excluded, floors_of, screening_floors, together
from hanse.queries.lint import Finding, percent
from hanse.queries.reasons import listed, quoted
from hanse.queries.rubric import TOLERANCE
from hanse.queries.scale_lint import scale_findings

# What to do about a rating out of reach: by bands, and by yes and no.
_REACHABLE: Final = (
    "spread the bands over what can still occur",
    "leave the question out: the rule has answered it",
)


def lint_guide(
    guide: Guide,
    *,
    graph: PartnershipGraph | None = None,
    rules: Rules | None = None,
    is_own: bool = False,
) -> tuple[Finding, ...]:
    """Return what a reader of ``guide`` should know before it is used.

    Parameters
    ----------
    guide
        May also have weights that do not add up; that is an error here.
    graph
        The project it is to be used in: its screening rules and its facts are looked at, too.
    rules
        The screening rules that it is to be used after, instead of those that the project
        states.
    is_own
        Whether ``rules`` are the project's own: then they stand beside those that it states.
    """
    floors = screening_floors(graph) if graph and (is_own or rules is None) else ()
    floors = together(floors, floors_of(rules) if rules else ())
    return (*_of_weights(guide), *_of_scales(guide), *_of_maxima(guide), *_of_goals(guide),
            *_of_words(guide), *(_of_facts(guide, graph) if graph else ()),
            *_of_floors(guide, floors))  # fmt: skip


def _of_weights(guide: Guide) -> Iterator[Finding]:
    total = fsum(criterion.weight for criterion in guide.criteria)
    if abs(total - 1) > TOLERANCE:
        yield Finding(
            code="weights-sum", severity="error", path=("criteria", 0, "weight"),
            message=f"the weights add up to {100 * total:.10g} percent, not to 100",
            remedy="change the weights; they are percent of the whole",
        )  # fmt: skip
    for place, criterion in enumerate(guide.criteria):
        if criterion.weight == 0:
            yield Finding(
                code="zero-weight", path=("criteria", place, "weight"),
                message=f"{criterion.id} has weight 0: its ratings change nothing",
                remedy="give it a weight, or leave the question out",
            )  # fmt: skip
    yield from _of_judgement(guide)


def _of_judgement(guide: Guide) -> Iterator[Finding]:
    judged = [(n, c) for n, c in enumerate(guide.criteria) if c.evidence is None]
    if judged:
        share = fsum(c.weight for _, c in judged)
        names = listed([c.id for _, c in judged])
        yield Finding(
            code="judgement-share", path=("criteria", judged[0][0], "id"),
            message=f"{percent(share)} of the weight is judgement alone: {names}",
            remedy="let several people rate these, and look at how far they agree",
        )  # fmt: skip


def _of_scales(guide: Guide) -> Iterator[Finding]:
    """Yield what is odd about each scale, once however many criteria use it."""
    users: dict[int, tuple[int, list[Criterion]]] = {}
    for place, criterion in enumerate(guide.criteria):
        known = next((n for n in users if guide.criteria[n].scale == criterion.scale), place)
        users.setdefault(known, (known, []))[1].append(criterion)
    for place, criteria in users.values():
        yield from scale_findings(guide, place, criteria)


def _of_maxima(guide: Guide) -> Iterator[Finding]:
    maxima = Counter(c.scale.maximum for c in guide.criteria)
    if len(maxima) < 2 or not guide.maximum:  # noqa: PLR2004  # two different ones are a mixture
        return
    usual = max(maxima, key=lambda m: (maxima[m], m))
    place, odd = next((n, c) for n, c in enumerate(guide.criteria) if c.scale.maximum != usual)
    worth = odd.weight * odd.scale.maximum / guide.maximum
    yield Finding(
        code="mixed-maxima", path=("criteria", place, "scale"),
        message=f"the highest weighted score is {guide.maximum:.2f}, not {usual}: {odd.id} is "
        f"rated up to {odd.scale.maximum}, others up to {usual}; as a share of the maximum it is "
        f"worth {percent(worth)}, though its weight is {percent(odd.weight)}",
        remedy="say which reading of fit is meant, or rate everything on scales of one length",
    )  # fmt: skip


def _of_goals(guide: Guide) -> Iterator[Finding]:
    served = {goal for criterion in guide.criteria for goal in criterion.goals}
    for place, goal in enumerate(guide.goals):
        if goal not in served:
            yield Finding(
                code="goal-unserved", path=("goals", place),
                message=f"no criterion serves the stated goal {quoted(goal)}",
                remedy="add a criterion, or check the goal elsewhere: by a rule, or in the search",
            )  # fmt: skip
    for place, criterion in enumerate(guide.criteria):
        if guide.goals and not criterion.goals:
            yield Finding(
                code="criterion-without-goal", path=("criteria", place, "id"),
                message=f"{criterion.id} ({percent(criterion.weight)}) serves no stated goal",
                remedy="name the goal that it serves, or state it",
            )  # fmt: skip


def _of_words(guide: Guide) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for place, c in enumerate(guide.criteria):
        asked = first.setdefault(" ".join(c.question.casefold().split()), c.id)
        if asked != c.id:
            yield Finding(
                code="repeated-question", path=("criteria", place, "question"),
                message=f"{c.id} asks the same as {asked}",
                remedy="leave one of them out, or ask for what is different",
            )  # fmt: skip
    for group in guide.groups:
        if not any(c.group == group for c in guide.criteria):
            yield Finding(
                code="unused-group", path=("groups", group),
                message=f"no criterion belongs to the group {group}",
                remedy="leave it out, or put a criterion into it",
            )  # fmt: skip
    if not guide.source:
        yield Finding(
            code="no-source", path=(), message="the guide does not say where it comes from",
            remedy='name its source: source = "..."; your own is one, too',
        )  # fmt: skip


def _of_facts(guide: Guide, graph: PartnershipGraph) -> Iterator[Finding]:
    clusters = graph.ids("cluster")
    for place, criterion in enumerate(guide.criteria):
        if criterion.evidence is None:
            continue
        if not any(graph.values(cluster, criterion.evidence) for cluster in clusters):
            label = schema().attributes[criterion.evidence].label
            yield Finding(
                code="no-facts", path=("criteria", place, "evidence"),
                message=f"{label} is stated of none of the {len(clusters)} clusters: "
                f"{percent(criterion.weight)} of the weight stay blank unless people rate it",
                remedy="load facts on it, or let people rate it",
            )  # fmt: skip


def _of_floors(guide: Guide, floors: tuple[Floor, ...]) -> Iterator[Finding]:
    asked = [(place, c, floor) for place, c in enumerate(guide.criteria) for floor in floors]
    for place, criterion, floor in asked:
        found = excluded(criterion, floor)
        if found:
            yield Finding(
                code="unreachable-rating", path=("criteria", place, "scale"),
                message=f"after the screening rule {quoted(floor.text)} {found}",
                remedy=_REACHABLE[criterion.scale.kind == "yes_no"],
            )  # fmt: skip
