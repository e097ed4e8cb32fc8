"""Regions are counted at one level, and what lies coarser is unknown there.

"9 EU regions" of LASER-GO D4.1, section 3.2, are a country, Länder and provinces together.
"""

import pytest
from tests.builders import claim, cluster, project, region

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.queries.levels import LEVELS, at_level, level_named


def sits(name: str, *places: str) -> list[Claim]:
    return [*cluster(name, id=name), *(claim(name, "located_in", place) for place in places)]


SAID = [
    *region("Lithuania", level=0, country="LT"),
    *region("Auvergne-Rhone-Alpes", level=1, country="FR"),
    *region("Rhone-Alpes", level=2, within="auvergne-rhone-alpes", country="FR"),
    *region("Styria", level=2, country="AT"),
    claim("styria", "nuts_code", "AT22"),
    *sits("litek", "lithuania"),
    *sits("lyonbiopole", "rhone-alpes"),
    *sits("hts", "styria"),
    *sits("nowhere"),
]


def test_a_finer_region_counts_as_the_one_that_contains_it() -> None:
    found = at_level(project(SAID), ["lyonbiopole"], "nuts1")

    assert found.regions == ("auvergne-rhone-alpes",)
    assert found.unknown == ()


def test_where_nothing_is_said_to_contain_it_its_nuts_code_says_what_does() -> None:
    assert at_level(project(SAID), ["hts"], "nuts1").regions == ("AT2",)
    named = [*SAID, *region("South Austria", level=1), claim("south-austria", "nuts_code", "AT2")]
    assert at_level(project(named), ["hts"], "nuts1").regions == ("south-austria",)


def test_a_cluster_known_only_coarser_or_nowhere_is_unknown_and_never_guessed() -> None:
    found = at_level(project(SAID), ["litek", "lyonbiopole", "hts", "nowhere"], "nuts2")

    assert found.regions == ("rhone-alpes", "styria")
    assert found.unknown == ("litek", "nowhere")


def test_no_finer_region_is_made_of_a_coarser_one() -> None:
    found = at_level(project(SAID), ["hts"], "nuts3")

    assert (found.regions, found.unknown) == ((), ("hts",))


def test_a_region_whose_level_nobody_states_has_that_of_its_code() -> None:
    said = [*region("Bavaria"), claim("bavaria", "nuts_code", "DE2"), *sits("biom", "bavaria")]

    assert at_level(project(said), ["biom"], "nuts1").regions == ("bavaria",)


def test_countries_are_those_of_the_spread() -> None:
    found = at_level(project(SAID), ["litek", "hts", "nowhere"], "country")

    assert (found.regions, found.unknown) == (("AT", "LT"), ("nowhere",))


def test_a_level_that_is_none_is_refused_with_those_that_are() -> None:
    assert [level_named(name) for name in LEVELS] == list(LEVELS)
    with pytest.raises(BadInput, match="nuts3"):
        level_named("nuts9")
