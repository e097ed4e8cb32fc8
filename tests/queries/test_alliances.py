from tests.builders import claim, cluster, partnership, project

from hanse.graph.claims import Claim
from hanse.queries.alliances import alliances, declined, members, states

FOUNDERS = (*cluster("litek"), *cluster("optence"), *partnership("laser-go", members=("litek",)))


def state(cluster_id: str, said: str, since: str | None = None) -> Claim:
    return claim(cluster_id, "state_for", "laser-go", role=said, since=since)


def test_the_last_state_on_the_day_counts() -> None:
    said = [state("optence", "invited", "2017-02"), state("optence", "joined", "2017-07-07")]

    spring = project([*FOUNDERS, *said], as_of="2017-04-13")
    autumn = project([*FOUNDERS, *said], as_of="2017-09-01")

    assert [s.state for s in states(spring, "laser-go")] == ["invited"]
    assert [s.state for s in states(autumn, "laser-go")] == ["joined"]


def test_a_state_without_a_date_is_older_than_any_with_one() -> None:
    graph = project([*FOUNDERS, state("optence", "joined"), state("optence", "declined", "2016")])

    assert declined(graph, "laser-go") == ("optence",)


def test_who_joined_is_a_member_beside_those_stated() -> None:
    graph = project([*FOUNDERS, state("optence", "joined", "2017-07-07")])

    assert members(graph, "laser-go") == ("litek", "optence")


def test_a_partnership_is_listed_once_a_state_is_kept_for_it() -> None:
    assert alliances(project(FOUNDERS)) == ()
    listed = alliances(project([*FOUNDERS, state("optence", "longlisted")]))
    assert [(a.id, a.members) for a in listed] == [("laser-go", ("litek",))]
