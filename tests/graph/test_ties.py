from tests.builders import claim

from hanse.graph.ties import by_end


def test_ties_are_found_by_the_thing_at_one_end_and_by_relation_in_order() -> None:
    later = claim("biocat", "member_of", "laser-go")
    earlier = claim("biocat", "member_of", "bioxclusters-plus")
    other = claim("biocat", "located_in", "catalonia")

    found = by_end([later, other, earlier], lambda c: c.subject, lambda c: (c.other, c.id))

    assert found == {"biocat": {"member_of": (earlier, later), "located_in": (other,)}}
