"""What is read off the graph of each candidate, and what stays open there."""

import pytest
from tests.builders import claim, cluster, market, partnership, project, region, value_chain

from hanse.graph.claims import Claim
from hanse.graph.quantities import Interval, Quantity, exact
from hanse.graph.rules import Field, Quota
from hanse.queries.composition_facts import Known, Offer, Situation
from hanse.queries.composition_reading import situation
from hanse.queries.composition_rules import SetRules, at_least_active

CHAIN = value_chain({"Optics": 1}, {"Diagnostics": 0.8})
LABELS = {"technology_field": ["Optics"]}


def read(
    claims: list[Claim], rules: SetRules | None = None, *, targets: tuple[str, ...] = ()
) -> Situation:
    graph = project(claims)
    members = graph.members("laser-go")
    return situation(
        graph,
        alliance=members,
        chain=CHAIN,
        targets=targets,
        candidates=[c for c in graph.ids("cluster") if c not in members],
        rules=rules or SetRules(),
    )


def of(found: Situation, known: str = "biocat") -> Offer:
    return found.by_id[known]


LITEK = cluster("LITEK", country="LT", regions=["Lithuania"], categories=LABELS)
LASER_GO = LITEK + partnership("LASER-GO", members=["litek"])


@pytest.mark.parametrize(
    ("facts", "places"),
    [
        ({"country": "ES", "regions": ["Catalonia"]}, Known.exactly(["catalonia"])),
        (
            {"country": "ES"},
            Known(sure=frozenset({"country:ES"}), possible=frozenset({"of:biocat"})),
        ),
        ({"country": "LT"}, Known(possible=frozenset({"of:biocat"}))),
        ({}, Known(possible=frozenset({"of:biocat"}))),
        ({"country": "LT", "regions": ["Lithuania"]}, Known()),
    ],
    ids=["region", "new country", "country held", "nothing stated", "region held"],
)
def test_a_new_country_is_a_new_region_and_an_unknown_region_may_be_new(
    facts: dict[str, object], places: Known
) -> None:
    found = read(LASER_GO + cluster("Biocat", **facts))  # type: ignore[arg-type]

    assert of(found).places == places


def test_where_a_member_sits_nobody_knows_a_region_of_its_country_may_be_held() -> None:
    claims = cluster("LITEK", country="ES") + partnership("LASER-GO", members=["litek"])
    found = read(claims + cluster("Biocat", country="ES", regions=["Catalonia"]))

    assert of(found).places == Known(possible=frozenset({"catalonia"}))


def test_a_country_contains_the_regions_of_its_clusters() -> None:
    claims = cluster("Biocat", country="ES", regions=["Catalonia"]) + cluster(
        "SECPHO", country="ES"
    )
    claims += region("Catalonia", within="east-of-spain") + region("East of Spain", country="ES")

    assert read(LASER_GO + claims).within == {"catalonia": frozenset({"country:ES"})}


def test_an_unknown_country_may_be_a_new_one() -> None:
    found = read(LASER_GO + cluster("Biocat"))

    assert of(found).countries == Known(possible=frozenset({"of:biocat"}))
    assert (found.countries, found.unplaced) == (frozenset({"LT"}), 0)


def test_of_whom_no_market_is_stated_may_cover_all() -> None:
    claims = LASER_GO + market("Canada") + market("Japan") + cluster("Biocat")
    claims += cluster("Medicen", targets=["japan"])

    found = read(claims, targets=("canada", "japan"))

    assert of(found).markets == Known(possible=frozenset({"canada", "japan"}))
    assert of(found, "medicen").markets == Known.exactly(["japan"])


def test_an_either_or_is_possible_on_both_sides_and_sure_on_none() -> None:
    claims = LASER_GO + market("Canada") + market("Japan") + cluster("Medicen")
    claims += [claim("medicen", "targets", m, context="or") for m in ("canada", "japan")]

    found = read(claims, targets=("canada", "japan"))

    assert of(found, "medicen").markets == Known(possible=frozenset({"canada", "japan"}))
    assert of(found, "medicen").either == {0}
    assert found.either == ((frozenset({"canada"}), frozenset({"japan"})),)


def test_who_has_no_categories_may_be_in_any_field_and_cover_any_stage() -> None:
    quota = Quota(
        field=Field(id="photonics", categories=frozenset({"technology_field:optics"})), seats=1
    )
    claims = LASER_GO + cluster("Biocat") + cluster("Optence", categories=LABELS)

    found = read(claims, SetRules(quotas=(quota,)))

    assert of(found).fields == Known(possible=frozenset({"quota:photonics"}))
    assert of(found).is_uncategorised
    assert [(cover.low, cover.high) for cover in of(found).covers] == [(0, 1), (0, 0.8)]
    assert of(found, "optence").fields == Known.exactly(["quota:photonics"])
    assert not of(found, "optence").is_off_chain


@pytest.mark.parametrize(
    ("numbers", "outcome"),
    [({}, "unknown"), ({"active_members": 30}, "pass"), ({"active_members": 22}, "fail")],
)
def test_thirty_active_members_are_there_or_not_or_nobody_knows(
    numbers: dict[str, float | Quantity], outcome: str
) -> None:
    rules = SetRules(screening=(at_least_active(30),))

    found = read(LASER_GO + cluster("Biocat", numbers=numbers), rules)

    assert of(found).screened["active"].outcome == outcome


def test_without_a_list_of_inviters_any_member_may_invite() -> None:
    claims = LASER_GO + cluster("Biocat") + cluster("Medicen")

    anybody = read(claims, SetRules(invite_one_each=True))
    listed = read(claims, SetRules(invite_one_each=True, inviters={"biocat": ("litek",)}))

    assert of(anybody).inviters == of(listed).inviters == Known.exactly(["litek"])
    assert of(listed, "medicen").inviters == Known(possible=frozenset({"litek"}))


def test_costs_and_fits_that_nobody_stated_are_open() -> None:
    found = read(LASER_GO + cluster("Biocat"), SetRules(costs={"biocat": exact(20)}))

    assert (of(found).cost, of(found).fit) == (exact(20), Interval(0, 1))
    assert of(read(LASER_GO + cluster("Biocat"))).cost == Interval(0, None)
    assert not found.has_fit


def test_a_candidate_reaches_itself_and_those_behind_it_that_are_new() -> None:
    claims = LASER_GO + [c for name in ("Biocat", "BioM", "Lyonbiopole") for c in cluster(name)]
    claims += partnership("bioXclusters", members=["biocat", "biom", "lyonbiopole", "litek"])
    claims += partnership("Elsewhere", members=["biocat", "far-away"]) + cluster("Far away")

    # those in bioXclusters are reached through LITEK already
    assert of(read(claims)).reached == {"far-away"}
