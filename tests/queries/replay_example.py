"""A small search with an outcome: what was found, what was chosen, and what the day knew."""

from collections.abc import Iterable, Sequence

from tests.builders import cluster, partnership, project, search_step, thing, value_chain

from hanse.graph.claims import Claim
from hanse.graph.model import Criterion, Guide, Scale
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import CountRule, Field, Filter, Quota, Rules
from hanse.queries.replay_answers import Questions

DAY = "2017-04-13"
LATER = "2017-07-07"
CARE = Field(id="care", label="care", categories=frozenset({"technology_field:care"}))
LIGHT = Field(id="light", label="light", categories=frozenset({"technology_field:optics"}))
CHAIN = value_chain({"Optics": 1.0}, {"Care": 1.0})
GUIDE = Guide(
    id="guide",
    label="Guide",
    criteria=(
        Criterion(
            id="interest", question="?", group="will", weight=1.0,
            scale=Scale(kind="likert", maximum=5),
        ),
    ),
    groups={"will": "Will"},
)  # fmt: skip
RULES = Rules(
    id="rules",
    label="Rules",
    rules=(CountRule(id="large", text="At least 30 members.", unit="members", at_least=30),),
    quotas=(Quota(field=CARE), Quota(field=LIGHT)),
    filters=(
        Filter(id="care", label="care only", categories=frozenset({"technology_field:care"})),
    ),
    fields=(CARE, LIGHT),
)
ASKED = Questions(alliance=("founder",), chain=CHAIN, guide=GUIDE, rules=RULES)

# The founder knows optics. A hospital and a clinic give care; a laser cluster came in by no step.
WORLD: Sequence[Claim] = (
    *cluster("Founder", country="LT", categories={"technology_field": ["Optics"]}),
    *cluster("Hospital", country="AT", categories={"technology_field": ["Care"]},
             numbers={"members": 40}),
    *cluster("Clinic", country="LT", categories={"technology_field": ["Care"]},
             numbers={"members": 50}),
    *cluster("Small", country="ES", categories={"technology_field": ["Care"]},
             numbers={"members": 4}),
    *cluster("Laser", country="FR", categories={"technology_field": ["Optics"]}),
    *cluster("Blank"),
    *partnership("Alliance", members=["founder"]),
    *thing("search_step", "The search", step_kind="search"),
    *search_step("Listed", order=1, found=["hospital", "clinic", "small"], shortlisted=["clinic"]),
    *search_step("Undescribed", kind="gap", shortlisted=["laser"]),
)  # fmt: skip


def outcome(*chosen: str, as_of: str | None = LATER) -> list[Claim]:
    """State whom the search chose, and from when that is known."""
    return search_step("Outcome", kind="outcome", chosen=chosen, as_of=as_of)


def before(claims: Iterable[Claim] = ()) -> PartnershipGraph:
    """Return the graph of the day of the search."""
    return project([*WORLD, *claims], as_of=DAY)


def after(claims: Iterable[Claim]) -> PartnershipGraph:
    """Return the graph of every day."""
    return project([*WORLD, *claims])
