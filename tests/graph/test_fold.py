"""The graph is the fold of the claims, as the world stood on one day."""

from typing import Any

import pytest
from tests.builders import claim, cluster, counts, partnership, thing

from hanse.graph.claims import Claim
from hanse.graph.fold import Folded, fold
from hanse.graph.quantities import Interval, Quantity, exact

# D4.1: the day of the search on the ECCP, and the day on which the outcome was final.
SEARCH, OUTCOME = "2017-04-13", "2017-07-07"


def node(folded: Folded, thing: str) -> dict[str, Any]:
    found: dict[str, Any] = folded.networkx.nodes[thing]
    return found


def ties(folded: Folded) -> set[tuple[str, str, str]]:
    edges = folded.networkx.edges(keys=True)
    return {(subject, key[0], other) for subject, other, key in edges}


def described(*claims: Claim) -> list[Claim]:
    return [*cluster("BIOCAT"), *claims]


# -- what is there -------------------------------------------------------------------------


def test_no_claims_make_an_empty_graph() -> None:
    folded = fold([])

    assert len(folded.networkx) == 0
    assert (folded.absent, folded.merged, folded.dangling) == ({}, {}, ())


def test_a_thing_is_there_when_its_kind_is_stated_and_not_before() -> None:
    folded = fold([*cluster("BIOCAT"), claim("ghost", "country", "ES")])

    assert set(folded.networkx) == {"biocat"}
    assert node(folded, "biocat")["kind"] == "cluster"
    assert node(folded, "biocat")["name"] == "BIOCAT"


def test_a_thing_without_a_name_goes_by_its_id() -> None:
    assert node(fold([claim("zab", "kind", "cluster")]), "zab")["name"] == "zab"


def test_a_claim_that_leads_to_what_nobody_described_makes_no_ghost() -> None:
    lost = claim("biocat", "member_of", "atlantis")

    folded = fold(described(lost))

    assert folded.dangling == (lost,)
    assert "atlantis" not in folded.networkx


def test_a_conjecture_is_kept_among_the_claims_and_builds_nothing() -> None:
    guesses = [
        claim("biocat", "country", "FR", status="conjecture"),
        claim("biocat", "member_of", "laser-go", status="conjecture"),
        claim("biocat", "smes", Quantity(value=9, unit="smes"), status="conjecture"),
        claim("ghost", "kind", "cluster", status="conjecture"),
    ]

    folded = fold([*described(*guesses), *partnership("LASER-GO")])

    assert ties(folded) == set()
    assert "country" not in node(folded, "biocat")["attributes"]
    assert node(folded, "biocat")["counts"] == {}
    assert set(guesses[:3]) <= set(node(folded, "biocat")["claims"])
    assert set(folded.networkx) == {"biocat", "laser-go"}


def test_an_assumption_and_a_repaired_statement_build_like_any_other() -> None:
    folded = fold(
        described(
            claim("biocat", "country", "ES", status="repaired"),
            claim("biocat", "homepage", "https://biocat.example", status="assumption"),
        )
    )

    assert {"country", "homepage"} <= node(folded, "biocat")["attributes"].keys()


def test_two_sources_of_one_tie_are_two_edges_with_their_claims() -> None:
    one = claim("biocat", "member_of", "laser-go", source="d41")
    other = claim("biocat", "member_of", "laser-go", source="nl")

    folded = fold([*described(one, other), *partnership("LASER-GO")])

    edges = folded.networkx.edges(data="claim")
    assert [said for _, _, said in edges] in ([one, other], [other, one])


# -- values and counts ---------------------------------------------------------------------


def test_the_values_of_an_attribute_come_in_a_fixed_order_each_once() -> None:
    said = [claim("biocat", "alias", name) for name in ("Biocat", "BioRegion", "Biocat", "bio")]

    assert node(fold(described(*said)), "biocat")["attributes"]["alias"] == (
        "BioRegion",
        "Biocat",
        "bio",
    )


def test_yes_one_and_the_digit_are_three_values_and_one_and_1_0_are_one() -> None:
    values = (1, True, "1", 1.0)

    kept = node(fold(described(*(claim("biocat", "theme", v) for v in values))), "biocat")

    assert [repr(value) for value in kept["attributes"]["theme"]] == ["'1'", "1", "True"]


def test_a_count_is_chosen_among_its_statements_by_day_and_trust() -> None:
    said = counts("biocat", {"smes": 100})
    said += [claim("biocat", "smes", Quantity(value=300, unit="smes"), source="nl")]

    unsure = node(fold(described(*said)), "biocat")["counts"]["smes"]
    trusted = node(fold(described(*said), trust=("nl",)), "biocat")["counts"]["smes"]

    assert (unsure.claim, unsure.interval) == (None, Interval(100, 300))
    assert trusted.interval == exact(300)


# DESIGN 4: companies, SMEs, members, RTOs, researchers and jobs are different things.
def test_units_are_never_mixed_in_a_count() -> None:
    said = claim("biocat", "companies", Quantity(value=900, unit="smes"))

    folded = fold(described(said, *counts("biocat", {"companies": 871})))

    assert node(folded, "biocat")["counts"]["companies"].interval == exact(871)
    assert said in node(folded, "biocat")["claims"]


# -- time ----------------------------------------------------------------------------------


def two_alliances() -> list[Claim]:
    return [
        *cluster("BIOCAT"),
        *partnership("bioXclusters", members=["biocat"], since="2012", until="2013"),
        *partnership("bioXclusters plus", members=["biocat"], since="2016"),
        *partnership("LASER-GO Global", members=["biocat"], since=OUTCOME),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2011-12-31", set()),
        ("2012-06-01", {"bioxclusters"}),
        ("2013-12-31", {"bioxclusters"}),
        ("2014-01-01", set()),
        (SEARCH, {"bioxclusters-plus"}),
        ("2017-07-06", {"bioxclusters-plus"}),
        (OUTCOME, {"bioxclusters-plus", "laser-go-global"}),
        ("2017", {"bioxclusters-plus", "laser-go-global"}),
        (None, {"bioxclusters", "bioxclusters-plus", "laser-go-global"}),
    ],
)
def test_a_membership_that_states_no_days_holds_as_long_as_its_partnership(
    day: str | None, expected: set[str]
) -> None:
    folded = fold(two_alliances(), as_of=day)

    assert {other for _, _, other in ties(folded)} == expected
    assert set(folded.networkx) == {"biocat", *expected}


def test_what_did_not_hold_on_the_day_is_remembered_with_the_reason() -> None:
    folded = fold(two_alliances(), as_of=SEARCH)

    assert folded.absent == {
        "bioxclusters": "held from 2012 until 2013, not on 2017-04-13",
        "laser-go-global": "held from 2017-07-07, not on 2017-04-13",
    }
    assert folded.dangling == ()


def test_a_member_may_join_after_the_start_and_leave_before_the_end() -> None:
    said = [
        *cluster("BIOCAT"),
        *partnership("LASER-GO", since="2016"),
        claim("biocat", "member_of", "laser-go", since="2017", until="2018-06"),
    ]

    held = {
        day: bool(ties(fold(said, as_of=day)))
        for day in ("2016-12-31", "2017-01-01", "2018-06-30", "2018-07-01")
    }

    assert list(held.values()) == [False, True, True, False]


def test_a_membership_cannot_outlive_its_partnership() -> None:
    said = [
        *cluster("BIOCAT"),
        *partnership("bioXclusters", until="2013"),
        claim("biocat", "member_of", "bioxclusters", since="2012", until="2020"),
    ]

    assert ties(fold(said, as_of="2015")) == set()


def test_what_any_source_says_held_held() -> None:
    said = [
        *partnership("LASER-GO", since="2016-09", until="2018"),
        claim("laser-go", "since", "2016", source="nl"),
        claim("laser-go", "until", "2018-06", source="nl"),
    ]

    days = ("2015-12-31", "2016-01-01", "2018-12-31", "2019-01-01")
    assert ["laser-go" in fold(said, as_of=day).networkx for day in days] == [
        False,
        True,
        True,
        False,
    ]


def test_an_event_that_is_over_still_happened() -> None:
    said = thing("event", "Medica", since="2016-11-14", until="2016-11-17")

    assert "medica" in fold(said, as_of=SEARCH).networkx


def test_a_statement_with_a_day_of_its_own_holds_from_that_day_on() -> None:
    newer = claim("biocat", "smes", Quantity(value=300, unit="smes"), as_of="2017-05")
    said = described(newer, *counts("biocat", {"smes": 100}))

    before = node(fold(said, as_of=SEARCH), "biocat")
    after = node(fold(said, as_of="2017-05-01"), "biocat")

    assert before["counts"]["smes"].interval == exact(100)
    assert newer not in before["claims"]
    assert after["counts"]["smes"].interval == exact(300)


# DESIGN 4: a statement without one has as-of null and holds on every day.
def test_a_statement_without_a_day_holds_on_every_day() -> None:
    assert ties(fold(two_alliances(), as_of="2016-01-01")) == {
        ("biocat", "member_of", "bioxclusters-plus")
    }


def test_what_is_described_only_later_is_absent_and_no_ghost() -> None:
    said = [*described(claim("biocat", "member_of", "new")), claim("new", "name", "New")]
    said += [claim("new", "kind", "partnership", as_of=OUTCOME)]

    folded = fold(said, as_of=SEARCH)

    assert folded.absent == {"new": "is first stated for 2017-07-07"}
    assert folded.dangling == ()
    assert "new" in fold(said, as_of=OUTCOME).networkx
