"""Make one of organisations that were judged to be the same, with all their spellings.

A judgement is a claim like any other (``same_as``); a conjecture joins nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

import networkx as nx

from hanse.graph.claims import Claim
from hanse.graph.schema import schema


def judged_same(claims: Iterable[Claim]) -> dict[str, str]:
    """Return, for each thing judged to be the same as another, the one that stands for all.

    That is the one which is said to be the same as no other; where each is said to be the same
    as another, or several are not, the first of them by id.
    """
    pairs = [(c.subject, c.other) for c in claims if c.predicate == "same_as" and c.is_fact]
    renamed = {subject for subject, _ in pairs}
    merged: dict[str, str] = {}
    for same in nx.connected_components(nx.Graph(pairs)):
        stands = min(same - renamed or same)
        merged |= dict.fromkeys(same - {stands}, stands)
    return {thing: merged[thing] for thing in sorted(merged)}


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
