"""Ties by their end and their relation: sorted once, asked often."""

from collections.abc import Callable, Iterable

from hanse.graph.claims import Claim


def by_end(
    claims: Iterable[Claim],
    end: Callable[[Claim], str],
    order: Callable[[Claim], tuple[str, int]],
) -> dict[str, dict[str, tuple[Claim, ...]]]:
    """Return the claims by the thing at one end and by relation, each list in ``order``."""
    found: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        found.setdefault(end(claim), {}).setdefault(claim.predicate, []).append(claim)
    return {
        thing: {name: tuple(sorted(said, key=order)) for name, said in by_relation.items()}
        for thing, by_relation in found.items()
    }
