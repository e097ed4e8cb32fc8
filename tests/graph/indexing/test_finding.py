"""A thing is found by its id or by any name; what is not found is told with what comes near."""

import pytest
from tests.builders import cluster, intake, region

from hanse.graph.claims import Claim
from hanse.graph.errors import UnknownName
from hanse.graph.index import Index
from hanse.graph.indexing.finding import find
from hanse.graph.stores.sqlite import SqliteStore


def index_of(claims: list[Claim]) -> Index:
    return Index.of(SqliteStore.in_memory([intake(claims)], address="test"))


def test_accents_case_and_aliases_lead_to_the_same_thing() -> None:
    index = index_of(cluster("Élan Photonics", id="elan", aliases=["EP France"]))

    found = {find(index, name, ("cluster",)) for name in ("elan", "ELAN photonics", "ep france")}

    assert found == {"elan"}


def test_an_id_goes_before_the_same_name_of_another() -> None:
    index = index_of(cluster("Bio", id="one") + cluster("One", id="two"))

    assert find(index, "one", ()) == "one"


def test_only_the_kinds_asked_for_are_found_and_of_any_where_none_is() -> None:
    index = index_of(cluster("Bavaria", id="c") + region("Bavaria"))

    assert find(index, "Bavaria", ("cluster",)) == "c"
    assert find(index, "Bavaria", ("region", "market")) == "bavaria"
    with pytest.raises(UnknownName):
        find(index, "bavaria", ("partnership",))


def test_names_that_begin_alike_are_offered_and_only_of_the_kind() -> None:
    index = index_of(cluster("Optics Valley") + region("Optics Land"))

    with pytest.raises(UnknownName) as caught:
        find(index, "optics vally", ("cluster",))

    assert "Optics Valley" in str(caught.value.hint)
    assert "Land" not in str(caught.value.hint)


def test_where_nothing_is_known_a_name_is_refused_all_the_same() -> None:
    with pytest.raises(UnknownName):
        find(index_of([]), "", ("cluster",))
