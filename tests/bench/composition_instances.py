"""Invented projects of any size for measuring, the same at every run."""

from collections.abc import Iterator
from random import Random

from tests.builders import category, claim, market, project, region, value_chain

from hanse.graph.claims import Claim
from hanse.graph.ids import category_id
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, exact
from hanse.graph.rules import Field, Quota
from hanse.queries.composition_rules import SetRules

STAGES = 6
LABELS = {
    stage: {f"stage {stage} label {n}": r for n, r in enumerate((1.0, 0.7, 0.5, 0.3))}
    for stage in range(STAGES)
}
CHAIN = value_chain(*LABELS.values())
MARKETS = tuple(f"market-{n}" for n in range(6))
COUNTRIES = ("AT", "BE", "DE", "ES", "FR", "IT", "LT", "NL", "PL", "PT", "RO", "SE")
ALLIANCE = ("c000000", "c000001", "c000002")


def instance(number: int, *, seed: int = 7) -> PartnershipGraph:
    """Return a project of three members and ``number`` candidates."""
    return project(_claims(number, Random(seed)))


def fits(number: int, *, seed: int = 7) -> dict[str, Interval]:
    random = Random(seed)
    return {_id(n): exact(random.uniform(0.3, 0.95)) for n in range(number + len(ALLIANCE))}


def rules(size: int) -> SetRules:
    """Return one seat for the first stage, two for the fourth, and a new region."""
    quotas = (Quota(field=_field(0), seats=1), Quota(field=_field(3), seats=2))
    return SetRules(smallest=size, largest=size, quotas=quotas, new_regions=1)


def _field(stage: int) -> Field:
    ids = (category_id("technology_field", label) for label in LABELS[stage])
    return Field(id=f"stage-{stage}", categories=frozenset(ids))


def _id(number: int) -> str:
    return f"c{number:06d}"


def _claims(number: int, random: Random) -> Iterator[Claim]:
    for name in MARKETS:
        yield from market(name)
    for country in COUNTRIES:
        for place in range(10):
            yield from region(f"{country} {place}", country=country)
    for labels in LABELS.values():
        for label in labels:
            yield from category("technology_field", label)
    for place in range(number + len(ALLIANCE)):
        yield from _cluster(_id(place), random)


def _cluster(known: str, random: Random) -> Iterator[Claim]:
    country = random.choice(COUNTRIES)
    yield claim(known, "kind", "cluster")
    yield claim(known, "name", known)
    yield claim(known, "country", country)
    yield claim(known, "located_in", f"{country.lower()}-{random.randrange(10)}")
    for stage in random.sample(range(STAGES), random.randint(1, 3)):
        label = random.choice(list(LABELS[stage]))
        yield claim(known, "classified_as", category_id("technology_field", label))
    for name in random.sample(MARKETS, random.randint(1, 3)):
        yield claim(known, "targets", name, role="targets")
