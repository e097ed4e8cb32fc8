"""Records are made of nodes and ties, with nothing added and nothing lost."""

from tests.builders import claim, cluster, market, partnership, project, region, thing

from hanse.graph import records
from hanse.graph.claims import Claim
from hanse.graph.model import Agreement, Market, Membership, Partnership, Region
from hanse.graph.quantities import Interval, Quantity


def membership(
    role: str | None = None,
    since: str | None = None,
    until: str | None = None,
    *,
    source: str = "test",
) -> Claim:
    return claim(
        "biocat", "member_of", "laser-go", role=role, since=since, until=until, source=source
    )


def test_a_partnership_is_known_with_members_and_markets() -> None:
    graph = project(
        cluster("BIOCAT")
        + cluster("Optence")
        + partnership(
            "LASER-GO", members=["biocat"], since="2016", until="2018", targets=["canada"]
        )
        + [claim("optence", "member_of", "laser-go", role="coordinator", since="2017")]
        + [claim("laser-go", "programme", "ESCP-4i")]
        + market("Canada", country="CA")
    )

    assert graph.partnership("laser-go") == Partnership(
        id="laser-go",
        name="LASER-GO",
        kind="partnership",
        programme="ESCP-4i",
        since="2016",
        until="2018",
        members=(
            Membership(cluster="biocat", partnership="laser-go"),
            Membership(cluster="optence", partnership="laser-go", role="coordinator", since="2017"),
        ),
        target_markets=("canada",),
    )


def test_what_one_source_leaves_open_and_another_states_is_one_membership() -> None:
    stated = [membership(), membership("coordinator", source="nl"), membership("coordinator")]

    assert records.memberships(stated) == (
        Membership(cluster="biocat", partnership="laser-go", role="coordinator"),
    )


def test_statements_that_differ_stay_two_memberships() -> None:
    left_and_came_back = [membership(until="2013"), membership(since="2016")]

    assert len(records.memberships(left_and_came_back)) == 2
    assert len(records.memberships([membership("member"), membership("coordinator")])) == 2


def test_an_agreement_has_a_party_and_another_end() -> None:
    graph = project(
        partnership("bioXclusters plus")
        + thing("gateway", "BioSA")
        + thing(
            "agreement",
            "with BioSA",
            country="AU",
            agreement_kind="memorandum",
            agreement_status="signed",
            since="2016",
        )
        + [claim("bioxclusters-plus", "party_to", "with-biosa")]
        + [claim("with-biosa", "other_end", "biosa")]
    )

    assert graph.agreements("bioxclusters-plus") == (
        Agreement(
            id="with-biosa",
            party="bioxclusters-plus",
            other="biosa",
            country="AU",
            kind="memorandum",
            status="signed",
            date="2016",
        ),
    )


def test_an_agreement_with_nobody_named_says_so() -> None:
    agreement = records.agreement(project(thing("agreement", "planned")), "planned")

    assert (agreement.party, agreement.other, agreement.status) == ("", "", None)


def test_a_region_has_its_code_where_one_fits() -> None:
    graph = project(
        region("Catalonia", country="ES", within="spain", level=2)
        + region("Spain")
        + [
            claim("catalonia", "nuts_code", "ES51"),
            claim("catalonia", "nuts_version", "2013"),
            claim("catalonia", "longitude", 1.5),
            claim("catalonia", "latitude", 41.8),
        ]
    )

    assert graph.region("catalonia") == Region(
        id="catalonia",
        name="Catalonia",
        country="ES",
        nuts_code="ES51",
        nuts_version="2013",
        level=2,
        within=("spain",),
        longitude=1.5,
        latitude=41.8,
    )
    assert graph.region("spain") == Region(id="spain", name="Spain")


def test_a_market_is_a_country_or_a_group_of_them() -> None:
    graph = project(
        market("Canada", country="CA", within="north-america") + market("North America")
    )

    assert graph.market("canada") == Market(
        id="canada", name="Canada", country="CA", within=("north-america",)
    )
    assert graph.market("north-america").country is None


def test_a_number_in_the_annex_is_whole() -> None:
    graph = project([*cluster("BIOCAT"), claim("biocat", "annex_no", 7.0)])

    assert repr(graph.cluster("biocat").annex_no) == "7"


def test_a_count_says_how_it_was_chosen() -> None:
    over = Quantity(value=300, unit="members", qualifier="at_least", strict=True)
    statements = cluster("Medicen", numbers={"members": 250})

    graph = project([*statements, claim("medicen", "members", over, source="nl")])

    count = graph.cluster("medicen").counts["members"]
    assert (count.unit, count.interval) == ("members", Interval(250, None))
    assert (count.qualifier, count.is_preferred, count.is_strict) == (None, False, False)
