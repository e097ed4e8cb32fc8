"""The partner search of LASER-GO D4.1: six, seven and ten candidates, four without a name."""

from tests.builders import claim, cluster, group, partnership, project, thing

from hanse.graph.claims import Claim
from hanse.graph.model import Settings
from hanse.graph.quantities import Interval, Quantity
from hanse.queries.conflict_rules.finding import Conflict
from hanse.queries.conflict_rules.searches import search_conflicts


def counted(subject: str, unit: str, value: float) -> Claim:
    return claim(subject, unit, Quantity(value=value, unit=unit))


def search(*names: str, found: str = "") -> list[Claim]:
    """Hold a search of one step that found ``found`` and shortlisted ``names``."""
    said = thing("search_step", "Search", step_kind="search")
    said += thing("search_step", "Step", step_kind="step")
    for name in {*names, *found}:
        said += cluster(name)
    said += [claim(name, "found_in", "step") for name in found]
    return said + [claim(name, "shortlisted_in", "step") for name in names]


def found_in(said: list[Claim], settings: Settings | None = None) -> dict[str, Conflict]:
    return {one.code: one for one in search_conflicts(project(said, settings=settings))}


def test_six_candidates_against_ten_shortlisted_and_seven_named() -> None:
    said = search(*"abcdefg", found="abcdefg")
    said += [counted("search", "candidates", 6), counted("search", "shortlisted", 10)]

    found = found_in(said)["F1"]

    assert (found.kind, found.computed) == ("count of a list", Interval(7, None))
    assert "6 candidates are said to be all, against 10 shortlisted" in found.message
    assert "seven named" in found.message
    assert [value.value for value in found.statements] == [6, 10]


def test_seven_candidates_of_whom_seven_are_named_and_five_shortlisted_agree() -> None:
    said = search(*"abcde", found="abcdefg")
    said += [counted("search", "candidates", 7), counted("search", "shortlisted", 5)]

    assert found_in(said) == {}


def test_of_ten_four_stay_without_a_name_and_seven_are_named() -> None:
    said = search(*"abcdefg", found="abcdefg")
    said += [counted("search", "shortlisted", 10), counted("search", "anonymised", 4)]

    found = found_in(said)["F2"]

    assert "which leaves 6; seven are named" in found.message


def test_of_eleven_four_may_stay_without_a_name_when_seven_are_named() -> None:
    said = search(*"abcdefg", found="abcdefg")
    said += [counted("search", "shortlisted", 11), counted("search", "anonymised", 4)]

    assert found_in(said) == {}


def test_a_candidate_that_no_step_found_is_named() -> None:
    said = search("a", found="a") + cluster("Optence")
    said += [
        *thing("search_step", "Gap", step_kind="gap"),
        claim("optence", "shortlisted_in", "gap"),
    ]

    found = found_in(said)["F3"]

    assert found.subject == "optence"
    assert "none of its steps found it" in found.message


def test_a_step_that_finds_a_group_finds_its_members() -> None:
    said = search("a") + group("Pool", members=["a"]) + [claim("pool", "found_in", "step")]

    assert found_in(said) == {}


def test_a_step_that_shortlists_whom_it_did_not_find_mixes_pools() -> None:
    said = search("a", "b", found="a") + thing("search_step", "Second", step_kind="step")
    said += [claim("b", "found_in", "second")]

    found = found_in(said)["F4"]

    assert (found.subject, found.kind) == ("step", "scope mixed")
    assert "b are shortlisted, but not among the 1 found" in found.message


def test_founders_among_the_98_found_are_no_candidates_which_is_a_remark() -> None:
    said = search("a", found="abc") + partnership("LASER-GO", members=["b", "c"])

    found = found_in(said, Settings(alliance="laser-go"))["F5"]

    assert (found.severity, found.computed) == ("remark", Interval(1, 1))
    assert "3 found, among them two members of LASER-GO" in found.message


def test_a_criterion_in_members_that_is_met_in_smes_is_a_remark() -> None:
    said = search("a", found="a") + thing("search_rule", "At least 30 active members")
    rule = "at-least-30-active-members"
    said += [counted(rule, "active_members", 30), counted("a", "active_smes", 31)]

    found = found_in(said)["U2"]

    assert (found.subject, found.kind, found.severity) == (rule, "unit mixed", "remark")


def test_a_criterion_met_in_its_own_unit_is_silent() -> None:
    said = search("a", found="a") + thing("search_rule", "At least 30 active members")
    rule = "at-least-30-active-members"
    said += [counted(rule, "active_members", 30), counted("a", "active_members", 31)]

    assert found_in(said) == {}


def test_the_steps_of_one_search_are_not_those_of_another() -> None:
    said = search("a", found="a") + thing("search_step", "Later", step_kind="search")
    said += [claim("step", "part_of", "search"), counted("later", "candidates", 0)]

    assert found_in(said) == {}


def test_who_is_named_outside_the_pool_of_the_shortlist_mixes_pools() -> None:
    said = search("a", "b", found="ab") + group("Pool", members=["a"])
    said += [claim("step", "drawn_from", "pool")]

    found = found_in(said)["F6"]

    assert (found.subject, found.kind, found.computed) == ("step", "scope mixed", Interval(1, 1))
    assert "b are not among them" in found.message


def test_a_shortlist_from_within_its_pool_is_silent() -> None:
    said = search("a", found="ab") + group("Pool", members=["a", "b"])
    said += [claim("step", "drawn_from", "pool")]

    assert found_in(said) == {}
