"""The worked example of choosing three partners of six: fixture ``composition_toy``."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tests.builders import cluster, market, project, value_chain

from hanse.graph.claims import Claim
from hanse.graph.ids import category_id
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval, Quantity, exact
from hanse.graph.rules import Field, Quota
from hanse.queries.composition_facts import Situation
from hanse.queries.composition_reading import situation
from hanse.queries.composition_rules import SetRules, at_least_active

DATA: Final = Path(__file__).parent.parent / "data" / "expected.json"
EXPECTED: Final[list[dict[str, Any]]] = json.loads(DATA.read_text("utf-8"))["composition_toy"]

# A category says what a cluster covers and how far: stage 1 to 4.
CHAIN: Final = value_chain(
    {"optics": 1, "photonics": 1},
    {"micro": 1, "sensors": 1, "micro-optics": 0.5},
    {"biomedical engineering": 1, "diagnostics": 0.8},
    {"clinical": 1, "e-health": 0.6},
)
MEMBERS: Final = ("l", "o", "h")
TARGETS: Final = ("canada", "united-states", "singapore")
_MARKETS: Final = {"CA": "canada", "US": "united-states", "SG": "singapore"}

PHOTONICS: Final = ("optics", "photonics")
HEALTH: Final = ("biomedical engineering", "diagnostics", "clinical", "e-health")
# categories, region, markets, active members, cost, fit, who may invite it
CANDIDATES: Final[Mapping[str, tuple[Any, ...]]] = {
    "B": (["clinical"], "ES51", ["CA", "US"], 60, 25, 0.77, ["h"]),
    "M": (["sensors", "diagnostics", "e-health"], "FR10", ["CA", "US", "SG"], 80, 20, 0.75, ["o"]),
    "Q": (["photonics"], "DEB", ["US"], 70, 10, 0.80, ["l", "o"]),
    "P": (["optics", "micro-optics"], "ES51", ["SG"], 45, 15, 0.66, ["l"]),
    "G": (["biomedical engineering"], "AT22", ["US"], 35, 10, 0.60, ["h", "o"]),
    "S": (["diagnostics", "clinical"], "PL", [], 22, 8, 0.90, ["h"]),
}
FITS: Final = {name.lower(): exact(facts[5]) for name, facts in CANDIDATES.items()}


def field(known: str, labels: tuple[str, ...]) -> Field:
    ids = frozenset(category_id("technology_field", label) for label in labels)
    return Field(id=known, label=known, categories=ids)


RULES: Final = SetRules(
    screening=(at_least_active(30),),
    quotas=(
        Quota(field=field("photonics", PHOTONICS), seats=1),
        Quota(field=field("health", HEALTH), seats=2),
    ),
    new_regions=1,
    budget=60,
    costs={name.lower(): exact(facts[4]) for name, facts in CANDIDATES.items()},
    invite_one_each=True,
    inviters={name.lower(): tuple(facts[6]) for name, facts in CANDIDATES.items()},
)


def claims() -> list[Claim]:
    """Describe the three members, the six candidates and the markets."""
    said = [c for name in (*TARGETS, "elsewhere") for c in market(name)]
    said += member("L", "LT", ["optics", "photonics", "micro"])
    said += member("O", "FR10", ["optics", "micro", "sensors"])
    said += member("H", "AT22", ["biomedical engineering", "e-health"])
    for name, (labels, region, markets, active, *_) in CANDIDATES.items():
        said += cluster(
            name,
            country=region[:2],
            regions=[region],
            categories={"technology_field": labels},
            numbers={"active_members": Quantity(value=active, unit="active_members")},
            targets=[_MARKETS[known] for known in markets] or ["elsewhere"],
        )
    return said


def member(name: str, region: str, labels: list[str]) -> list[Claim]:
    return cluster(
        name, country=region[:2], regions=[region], categories={"technology_field": labels}
    )


def toy() -> PartnershipGraph:
    return project(claims())


def toy_situation(rules: SetRules = RULES, fits: Mapping[str, Interval] | None = FITS) -> Situation:
    return situation(
        toy(),
        alliance=MEMBERS,
        chain=CHAIN,
        targets=TARGETS,
        candidates=sorted(FITS),
        rules=rules,
        fits=fits,
    )
