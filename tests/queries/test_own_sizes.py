"""What is stated of one set: what all statements leave, and the ways out where they clash."""

from hanse.graph.quantities import UNKNOWN, Interval, exact
from hanse.queries.own_sizes import NOTHING_STATED, common, own_size

LOW, HIGH = Interval(100, None), Interval(None, 80)


def test_statements_of_one_set_leave_what_they_have_in_common() -> None:
    sizes = {"smes": Interval(60, None), "companies": Interval(50, 90), "members": HIGH}

    found = own_size(sizes, sizes)

    assert found.stated == found.lenient == Interval(60, 80)
    assert not found.ways_out
    assert not found.contradictions


def test_nothing_stated_is_unknown_and_no_contradiction() -> None:
    assert common([]) == NOTHING_STATED.stated == UNKNOWN
    assert own_size({}, {}) == NOTHING_STATED


def test_an_about_may_save_what_clashes_as_it_is_stated() -> None:
    stated = {"about": exact(90), "smes": Interval(95, None)}

    found = own_size(stated, {**stated, "about": Interval(81, 99)})

    assert (found.stated, found.lenient) == (None, Interval(95, 99))


def test_where_two_clash_either_may_give_way() -> None:
    found = own_size({"low": LOW, "high": HIGH}, {"low": LOW, "high": HIGH})

    assert found.lenient is None
    assert found.contradictions == (frozenset({"low", "high"}),)
    assert {way.lenient for way in found.ways_out} == {LOW, HIGH}


def test_a_way_out_of_the_lenient_reading_may_still_clash_as_stated() -> None:
    stated = {"low": LOW, "high": HIGH, "about": exact(99)}

    found = own_size(stated, {**stated, "about": Interval(90, 108)})

    ways = {way.lenient: way.stated for way in found.ways_out}
    assert ways == {Interval(100, 108): None, HIGH: None} or ways[Interval(100, 108)] is None
