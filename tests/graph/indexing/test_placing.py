"""Clusters sit in the smallest regions stated of them, and many share a place."""

import numpy as np
from numpy.typing import NDArray

from hanse.graph.indexing.placing import places_of, wider_of
from hanse.graph.indexing.ties import Ties

# Regions: 10 lies in 11, 11 in 12; 13 lies apart.
TOWN, DISTRICT, LAND, APART = 10, 11, 12, 13


def codes(*numbers: int) -> NDArray[np.int32]:
    return np.array(numbers, dtype=np.int32)


def ties(*pairs: tuple[int, int]) -> Ties:
    return Ties.of(codes(*(one for one, _ in pairs)), codes(*(other for _, other in pairs)))


WIDER = wider_of(ties((TOWN, DISTRICT), (DISTRICT, LAND)))


def test_what_contains_a_region_is_found_at_any_distance() -> None:
    assert WIDER.of_one(TOWN).tolist() == [DISTRICT, LAND]
    assert WIDER.of_one(DISTRICT).tolist() == [LAND]
    assert WIDER.of_one(LAND).tolist() == []


def test_regions_said_to_contain_each_other_end_and_never_contain_themselves() -> None:
    wider = wider_of(ties((1, 2), (2, 3), (3, 1), (4, 4)))

    assert {n: wider.of_one(n).tolist() for n in (1, 2, 3, 4)} == {
        1: [2, 3],
        2: [1, 3],
        3: [1, 2],
        4: [],
    }
    assert len(wider_of(Ties.none())) == 0


def regions_of(clusters: NDArray[np.int32], located: Ties) -> list[list[int]]:
    places = places_of(clusters, codes(*[-1] * len(clusters)), located, WIDER)
    return [places.regions.of_one(int(n)).tolist() for n in places.of_clusters]


def test_a_region_that_contains_another_one_stated_is_left_out() -> None:
    located = ties((0, TOWN), (0, LAND), (1, LAND), (2, TOWN), (2, APART), (2, DISTRICT))

    assert regions_of(codes(0, 1, 2, 3), located) == [[TOWN], [LAND], [TOWN, APART], []]


def test_clusters_of_the_same_country_and_regions_share_a_place_and_others_do_not() -> None:
    located = ties((0, TOWN), (1, TOWN), (2, TOWN), (3, APART))

    places = places_of(codes(0, 1, 2, 3, 4), codes(7, 7, -1, 7, 7), located, WIDER)

    first, same, no_country, elsewhere, no_region = places.of_clusters.tolist()
    assert first == same
    assert len({first, no_country, elsewhere, no_region}) == 4
    countries = [places.countries[n] for n in places.of_clusters]
    assert countries == [7, 7, -1, 7, 7]
    assert places.regions.of_one(no_region).tolist() == []


def test_who_names_a_town_and_its_land_sits_where_those_sit_who_name_the_town_alone() -> None:
    located = ties((0, TOWN), (1, TOWN), (1, DISTRICT), (2, TOWN), (2, LAND), (3, DISTRICT))

    places = places_of(codes(0, 1, 2, 3), codes(7, 7, 7, 7), located, WIDER)

    assert len(set(places.of_clusters[:3].tolist())) == 1
    assert len(places.countries) == 2


def test_no_clusters_sit_nowhere() -> None:
    places = places_of(codes(), codes(), Ties.none(), Ties.none())

    assert (len(places.of_clusters), len(places.regions)) == (0, 0)
