"""Two alliances held against each other, and one before and after a change."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, cluster, market, partnership, project, value_chain

from hanse.graph.errors import UnknownName
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.comparison import Comparison, Features, Party, compare

CHAIN = value_chain({"Optics": 1}, {"Diagnostics": 1}, {"e-Health": 1})


def graph() -> PartnershipGraph:
    said = [c for name in ("Canada", "Japan", "China") for c in market(name)]
    said += cluster(
        "LITEK",
        country="LT",
        regions=["Lithuania"],
        categories={"technology_field": ["Optics"]},
        targets=["canada"],
    )
    said += cluster(
        "Biocat",
        country="ES",
        regions=["Catalonia"],
        categories={"technology_field": ["Diagnostics"]},
    )
    said += cluster("BioM", country="DE", categories={"technology_field": ["e-Health"]})
    said += cluster("Unknown")
    said += [claim("biom", "targets", name, context="or") for name in ("japan", "china")]
    said += partnership("LASER-GO", members=["litek", "biocat"], targets=["canada"])
    said += partnership("bioXclusters", members=["biocat", "biom", "unknown"], targets=["china"])
    return project(said)


def compared() -> Comparison:
    known = graph()
    parties = [Party.called(known, name) for name in ("LASER-GO", "bioXclusters")]
    return compare(known, *parties, chain=CHAIN)


def test_what_both_have_and_what_only_one_has_is_listed() -> None:
    answer = compared()

    assert answer.both == Features(
        members=("biocat",), stages=("s2",), regions=("catalonia",), countries=("ES",)
    )
    assert answer.only_a == Features(
        members=("litek",),
        stages=("s1",),
        regions=("lithuania",),
        countries=("LT",),
        markets=("canada",),
    )
    assert answer.only_b == Features(
        members=("biom", "unknown"), stages=("s3",), countries=("DE",), markets=("china",)
    )


def test_what_is_not_known_of_either_is_said() -> None:
    answer = compared()

    assert answer.unknown_of_b.uncategorised == ("unknown",)
    assert answer.unknown_of_b.regions_unknown == ("biom", "unknown")
    assert answer.unknown_of_b.countries_unknown == ("unknown",)
    # "either Japan or China, or both", of which the partnership itself targets China
    assert answer.unknown_of_b.undecided_markets == ("japan",)
    assert answer.unknown_of_a.uncategorised == ()


def test_before_and_after_a_change_lost_is_first_and_added_second() -> None:
    before = Party(name="before", members=("litek", "biocat"))
    after = Party(name="after", members=("LITEK", "BioM"), targets=("Japan",))

    answer = compare(graph(), before, after, chain=CHAIN)

    assert (answer.only_a.members, answer.only_b.members) == (("biocat",), ("biom",))
    assert (answer.only_a.stages, answer.only_b.stages) == (("s2",), ("s3",))
    assert answer.only_b.markets == ("japan",)


def test_without_a_chain_there_are_no_stages() -> None:
    party = Party(name="ours", members=("litek",))

    assert compare(graph(), party, party).both.stages == ()


def test_a_name_that_nobody_has_is_refused() -> None:
    with pytest.raises(UnknownName):
        Party.called(graph(), "Zeta")


sides = st.frozensets(st.sampled_from(("litek", "biocat", "biom", "unknown")))


@given(sides, sides)
def test_the_three_parts_are_apart_and_make_up_both_alliances(
    a: frozenset[str], b: frozenset[str]
) -> None:
    first, second = (Party(name="x", members=tuple(sorted(members))) for members in (a, b))

    there, back = (compare(graph(), *pair) for pair in ((first, second), (second, first)))

    assert (there.only_a, there.only_b, there.both) == (back.only_b, back.only_a, back.both)
    for part in (field.name for field in fields(Features)):
        both, left, right = (
            set(getattr(one, part)) for one in (there.both, there.only_a, there.only_b)
        )
        assert not both & left
        assert not both & right
        assert not left & right
