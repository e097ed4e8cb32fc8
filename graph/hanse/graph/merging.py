"""Make one of organisations that were judged to be the same, with all their spellings.

A judgement is a claim like any other (``same_as``, ``different_from``); a conjecture joins
nothing. Of a pair that is said to be one and to be two, neither is believed over the other:
the two stay apart, for what was joined by mistake is hard to see.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

import networkx as nx

from hanse.graph.claims import Claim
from hanse.graph.schema import schema

JUDGEMENTS: Final = ("same_as", "different_from")


def judged_same(claims: Iterable[Claim]) -> dict[str, str]:
    """Return, for each thing judged to be the same as another, the one that stands for all.

    That is the one which is said to be the same as no other; where each is said to be the same
    as another, or several are not, the first of them by id. A pair that is also said to be
    different (``different_from``, either way round) joins nothing.
    """
    pairs = joining(claims)
    renamed = {subject for subject, _ in pairs}
    merged: dict[str, str] = {}
    for same in nx.connected_components(nx.Graph(pairs)):
        stands = min(same - renamed or same)
        merged |= dict.fromkeys(same - {stands}, stands)
    return {thing: merged[thing] for thing in sorted(merged)}


def joining(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Return the pairs judged to be the same that nobody says are different."""
    said = [c for c in claims if c.predicate in JUDGEMENTS and c.is_fact]
    apart = {frozenset((c.subject, c.other)) for c in said if c.predicate == "different_from"}
    same = [(c.subject, c.other) for c in said if c.predicate == "same_as"]
    return [pair for pair in same if frozenset(pair) not in apart]


def gather(claims: Iterable[Claim], merged: Mapping[str, str]) -> dict[str, list[Claim]]:
    """Return the claims by subject, those on ``merged`` things under what stands for them."""
    by_subject: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_subject[claim.subject].append(_led_to(claim, merged) if merged else claim)
    for thing, stands in merged.items():
        handed_over = by_subject.pop(thing, [])
        is_described = any(claim.predicate == "kind" for claim in by_subject[stands])
        said = [_said_of(stands, claim, is_described=is_described) for claim in handed_over]
        by_subject[stands] += said
    return by_subject


def _led_to(claim: Claim, merged: Mapping[str, str]) -> Claim:
    """Return a tie as it leads to the one that stands for its other end."""
    is_tie = claim.predicate != "same_as" and schema().is_relation(claim.predicate)
    if is_tie and claim.other in merged:
        return replace(claim, value=merged[claim.other])
    return claim


def _said_of(stands: str, claim: Claim, *, is_described: bool) -> Claim:
    """Return a claim on a merged thing as one on what stands for it; its name is an alias."""
    if is_described and claim.predicate == "name":
        return replace(claim, subject=stands, predicate="alias")
    return replace(claim, subject=stands)
