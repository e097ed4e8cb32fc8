"""Invented clusters and partnerships keep to the documented numbers and shares."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import pytest

from hanse.graph.claims import Claim
from hanse.graph.quantities import Quantity
from hanse.ingest.synthetic.drawing import Draw
from hanse.ingest.synthetic.organisations import (
    COUNTS,
    LABELS,
    LARGEST,
    MOST_MARKETS,
    MOST_PARTNERSHIPS,
    NESTED,
    SMALL,
    SMALLEST,
    Partnerships,
    cluster,
    clusters,
    partnership,
    partnerships,
)
from hanse.ingest.synthetic.world import Author

NUMBER = 2000
AUTHOR = Author(source="synthetic-test")
MADE = Partnerships.of(Draw(1), NUMBER)
OF_CLUSTERS = list(clusters(AUTHOR, Draw(2), MADE, NUMBER))
OF_PARTNERSHIPS = list(partnerships(AUTHOR, Draw(3), MADE))


def by_subject(said: Sequence[Claim], predicate: str) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in said:
        if claim.predicate == predicate:
            found[claim.subject].append(claim)
    return found


def test_partnerships_have_from_two_to_sixty_seats_and_networks_up_to_five_times_as_many() -> None:
    taken = Counter(MADE.seats)

    assert [taken[place] for place in range(len(MADE.kinds))] == list(MADE.sizes)
    assert min(MADE.sizes) == SMALLEST
    for kind, size in zip(MADE.kinds, MADE.sizes, strict=True):
        assert size <= (5 * LARGEST if kind == "network" else LARGEST)
    assert len(MADE.seats) >= NUMBER * MOST_PARTNERSHIPS // 2


def test_kinds_come_seven_two_and_one_in_ten() -> None:
    kinds = Counter(Partnerships.of(Draw(9), 40_000).kinds)
    shares = [kinds[kind] / kinds.total() for kind in ("partnership", "consortium", "network")]

    assert shares == pytest.approx([0.7, 0.2, 0.1], abs=0.02)


def test_the_alliance_that_opens_the_project_is_a_small_partnership_that_still_runs() -> None:
    first = MADE.first_small()
    ended = by_subject(OF_PARTNERSHIPS, "until")

    assert MADE.kinds[first] == "partnership"
    assert MADE.sizes[first] in SMALL
    assert partnership(first) not in ended
    assert 0.1 < len(ended) / len(MADE.kinds) < 0.3
    assert all(str(claims[0].value) < "2024" for claims in ended.values())


def test_a_cluster_has_no_more_memberships_categories_and_markets_than_documented() -> None:
    classified = Counter(
        (thing, str(claim.value).split(":")[0])
        for thing, claims in by_subject(OF_CLUSTERS, "classified_as").items()
        for claim in claims
    )

    for relation, most in (("member_of", MOST_PARTNERSHIPS), ("targets", MOST_MARKETS)):
        numbers = [len(claims) for claims in by_subject(OF_CLUSTERS, relation).values()]
        assert max(numbers) == most
    for scheme, (_, most) in LABELS.items():
        assert max(n for (_, of), n in classified.items() if of == scheme) == most
    without = NUMBER - len({thing for thing, _ in classified})
    assert without / NUMBER == pytest.approx(0.05, abs=0.02)


@pytest.mark.parametrize("unit", COUNTS)
def test_sizes_are_stated_of_the_documented_share_within_their_ends(unit: str) -> None:
    share, least, most = COUNTS[unit]
    stated = by_subject(OF_CLUSTERS, unit)
    sizes = [claim.value for claims in stated.values() for claim in claims]

    assert len(stated) / NUMBER == pytest.approx(share, abs=0.04)
    for size in sizes:
        assert isinstance(size, Quantity)
        assert least <= size.value <= most
        assert size.unit == unit


def test_of_what_is_counted_among_something_there_is_never_more() -> None:
    """SMEs are companies, and companies are members: reach counts on it."""
    stated = {unit: by_subject(OF_CLUSTERS, unit) for unit in NESTED}

    for inner, outer in pairwise(NESTED):
        both = stated[inner].keys() & stated[outer].keys()
        assert both
        for thing in both:
            small, large = (stated[unit][thing][0].value for unit in (inner, outer))
            assert isinstance(small, Quantity)
            assert isinstance(large, Quantity)
            assert small.value <= large.value


def test_nobody_is_a_member_outside_the_period_of_a_partnership() -> None:
    since, until = (by_subject(OF_PARTNERSHIPS, end) for end in ("since", "until"))
    dated = [claim for claim in OF_CLUSTERS if claim.predicate == "member_of" and claim.since]

    assert dated
    for claim in dated:
        known = str(claim.value)
        assert str(since[known][0].value) <= str(claim.since)
        assert known not in until or str(claim.since) <= str(until[known][0].value)


def test_every_cluster_and_partnership_says_by_name_and_flag_that_it_is_synthetic() -> None:
    said = [*OF_CLUSTERS, *OF_PARTNERSHIPS]
    things = {cluster(n) for n in range(NUMBER)} | {partnership(n) for n in range(len(MADE.kinds))}
    names, flags = by_subject(said, "name"), by_subject(said, "synthetic")

    assert {claim.subject for claim in said} == things == set(names) == set(flags)
    assert all(str(c[0].value).startswith("Synthetic ") for c in names.values())
    assert all(c[0].value is True for c in flags.values())
