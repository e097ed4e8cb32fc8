"""What D4.1's 1,600 companies leave for the three founders, whose sizes nobody states."""

from tests.builders import claim, cluster, group, project

from hanse.graph.claims import Claim
from hanse.graph.quantities import Interval, Quantity
from hanse.queries.conflict_rules.remainders import remainders

SIX = ("litek", "opticsvalley", "hts", "medicen", "biocat", "optence")


def the_six(companies: float = 1600) -> list[Claim]:
    said = cluster("Biocat", numbers={"companies": 871, "research_bodies": 95})
    said += cluster("Optence", numbers={"companies": 85})
    said += cluster("Medicen", numbers={"members": Quantity(value=250, unit="members")})
    over_300 = Quantity(value=300, unit="members", qualifier="at_least", strict=True)
    said += [claim("medicen", "members", over_300, locator="p. 17")]
    said += cluster("LITEK") + cluster("Opticsvalley") + cluster("HTS")
    return said + group("The six", members=SIX, numbers={"companies": companies})


def test_1600_less_871_300_and_85_leave_344_for_the_three_founders() -> None:
    (found,) = remainders(project(the_six()))

    assert (found.code, found.severity, found.kind) == ("G3", "remark", "unit mixed")
    assert found.computed == Interval(344, 394)
    assert "leave 344 to 394 for HTS, LITEK and Opticsvalley" in found.message
    assert "members stand in for companies" in found.rule


def test_120_research_bodies_less_95_leave_25() -> None:
    said = the_six() + group("Again", members=SIX, numbers={"research_bodies": 120})

    found = {one.attribute: one for one in remainders(project(said))}

    assert found["research_bodies"].computed == Interval(25, 25)
    assert found["research_bodies"].kind == "stated/computed"


def test_where_nothing_is_left_nothing_is_said() -> None:
    assert not list(remainders(project(the_six(companies=1200))))


def test_where_all_are_known_or_none_is_nothing_is_said() -> None:
    known = cluster("A", numbers={"companies": 5}) + group(
        "G", members=["a"], numbers={"companies": 5}
    )
    unknown = cluster("B") + cluster("C") + group("H", members=["b", "c"], numbers={"jobs": 9})

    assert not list(remainders(project(known + unknown)))


def test_a_group_whose_parts_have_figures_of_their_own_is_left_to_these() -> None:
    said = the_six() + cluster("BioM")
    said += group("All", members=(*SIX, "biom"), numbers={"companies": 2300})

    assert [one.subject for one in remainders(project(said))] == ["the-six"]
