"""Share seats out among clusters, each cluster one seat at the most.

Two ways to the same answer, used against each other: looking for a sharing-out, and Hall's
condition (P. Hall, 1935), which needs none: all seats can be filled exactly when, for every
choice of kinds of seats, at least as many clusters fit one of these kinds as they have seats.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations


def share_out(
    seats: Mapping[str, int], able: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, str], ...]:
    """Return who fills which seat, with as many seats filled as can be.

    Parameters
    ----------
    seats
        How many seats there are, by kind. Seats named first are filled first.
    able
        The kinds of seat that each cluster can fill.

    Examples
    --------
    >>> share_out({"photonics": 1, "health": 1},
    ...           {"m": frozenset({"photonics", "health"}), "q": frozenset({"photonics"})})
    (('photonics', 'q'), ('health', 'm'))
    """
    places = [kind for kind, number in seats.items() for _ in range(number)]
    filled: dict[str, int] = {}
    for place in range(len(places)):
        _fill(place, places, able, filled, set())
    taken = [(places[place], who) for who, place in filled.items()]
    return tuple((kind, who) for kind in seats for taken_kind, who in sorted(taken)
                 if taken_kind == kind)  # fmt: skip


def _fill(
    place: int,
    places: Sequence[str],
    able: Mapping[str, frozenset[str]],
    filled: dict[str, int],
    asked: set[str],
) -> bool:
    """Fill one seat, moving others along where that helps; say whether it was filled."""
    for cluster in sorted(able):
        if places[place] not in able[cluster] or cluster in asked:
            continue
        asked.add(cluster)
        if cluster not in filled or _fill(filled[cluster], places, able, filled, asked):
            filled[cluster] = place
            return True
    return False


def hall_conditions(seats: Mapping[str, int]) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return every choice of kinds of seats, and how many clusters must fit one of them.

    There are 2**n - 1 of them for n kinds.

    >>> hall_conditions({"photonics": 1, "health": 2})
    ((('photonics',), 1), (('health',), 2), (('photonics', 'health'), 3))
    """
    return tuple(
        (chosen, sum(seats[kind] for kind in chosen))
        for number in range(1, len(seats) + 1)
        for chosen in combinations(seats, number)
    )
