"""Partnerships with a label: D4.1, section 2.1, knows "only one" in its field, beside its own."""

import pytest
from tests.builders import claim, cluster, group, partnership, project, search_step, thing

from hanse.graph.claims import Claim
from hanse.graph.model import Settings
from hanse.graph.quantities import Interval, Qualifier, Quantity
from hanse.queries.conflict_rules.finding import Conflict
from hanse.queries.conflict_rules.labels import FAR_LARGER, label_conflicts


def number(subject: str, unit: str, value: float, qualifier: Qualifier = "exactly") -> Claim:
    return claim(subject, unit, Quantity(value=value, unit=unit, qualifier=qualifier))


def labelled(
    count: float, *, qualifier: Qualifier = "exactly", source: str = "test"
) -> list[Claim]:
    """Hold a step that found Biocat of bioXclusters plus, and a count of such partnerships."""
    said = thing("programme", "ESCP-4i") + cluster("LITEK") + cluster("Biocat")
    said += partnership("LASER-GO", members=["litek"])
    said += partnership("bioXclusters plus", members=["biocat"])
    said += partnership("Elsewhere") + search_step("Step", found=["biocat"])
    for name in ("laser-go", "bioxclusters-plus", "elsewhere"):
        said += [claim(name, "labelled_by", "escp-4i", source=source)]
    said += [claim("step", "drawn_from", "escp-4i")]
    return [*said, number("step", "partnerships", count, qualifier)]


def found(said: list[Claim], alliance: str | None = "laser-go") -> list[Conflict]:
    return list(label_conflicts(project(said, settings=Settings(alliance=alliance))))


def test_only_one_with_the_label_leaves_out_the_partnership_that_searches() -> None:
    (one,) = found(labelled(1))

    assert (one.code, one.kind, one.severity) == ("L3", "count of a list", "conflict")
    assert one.computed == Interval(2, None)
    assert "1 partnership in the field with the label ESCP-4i stated" in one.message
    assert "bioXclusters plus and LASER-GO" in one.message


@pytest.mark.parametrize(("count", "qualifier"), [(2, "exactly"), (3, "about"), (1, "at_least")])
def test_a_number_that_leaves_room_for_those_known_is_silent(
    count: float, qualifier: Qualifier
) -> None:
    assert found(labelled(count, qualifier=qualifier)) == []


def test_where_nobody_with_the_label_searches_one_is_one() -> None:
    assert found(labelled(1), alliance=None) == []


def test_whoever_has_the_theme_of_the_project_that_searches_is_in_its_field() -> None:
    said = labelled(1) + thing("project", "LASER-GO project", theme="photonics for health")
    said += [claim("step", "part_of", "laser-go-project")]
    said += [claim("elsewhere", "theme", "textiles")]

    assert found(said, alliance=None) == []
    said += [claim("laser-go", "theme", "photonics for health")]
    (one,) = found(said, alliance=None)
    assert one.computed == Interval(2, None)


def test_a_label_that_another_source_states_is_not_held_against_the_number() -> None:
    assert found(labelled(1, source="a-later-list")) == []


def shares(part: float, whole: float, clusters: float, *, day: str | None = None) -> list[Claim]:
    """Hold a programme, and SMEs of the four of one of its partnerships."""
    said = thing("programme", "ESCP-4i") + [claim for name in "abcd" for claim in cluster(name)]
    said += partnership("bioXclusters plus", members=[*"abcd"])
    said += [claim("bioxclusters-plus", "labelled_by", "escp-4i")]
    said += group("The four", members=[*"abcd"])
    said += [number("escp-4i", "clusters", clusters), number("escp-4i", "smes", whole)]
    return [*said, claim("the-four", "smes", Quantity(value=part, unit="smes"), as_of=day)]


def test_four_of_150_clusters_with_3300_of_17000_smes_are_remarked_on() -> None:
    """The newsletter: 3,300 SMEs of the four; 17,000 of about 150 in its interview."""
    (one,) = found(shares(3300, 17000, 150))

    assert (one.code, one.severity, one.subject) == ("G4", "remark", "the-four")
    assert "19% of the 17,000 SMEs of ESCP-4i" in one.message
    assert "7.3 times the even share" in one.message
    assert "a threshold of ours" in one.rule


def test_a_part_below_the_threshold_is_silent() -> None:
    even_share = 17000 * 4 / 150

    assert found(shares(FAR_LARGER * even_share - 1, 17000, 150)) == []
    assert len(found(shares(FAR_LARGER * even_share + 1, 17000, 150))) == 1


def test_a_part_that_is_larger_than_its_whole_is_for_another_rule() -> None:
    assert found(shares(18000, 17000, 150)) == []


def test_a_group_that_reaches_beyond_every_labelled_partnership_is_no_part() -> None:
    said = shares(3300, 17000, 150) + cluster("e") + [claim("e", "in_group", "the-four")]

    assert found(said) == []
