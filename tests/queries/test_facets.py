"""The twelve filters of the platform: counts where facts are held, and a word where none are."""

import pytest
from tests.builders import claim as said
from tests.builders import cluster, partnership, project, thing

from hanse.graph.errors import UnknownName
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.queries.facets import FACETS, Facet, FacetValue, facets, select

# The parameters in the address of D4.1, section 2.2, footnotes 2 and 4, in its order, but for
# the four schemes, which stand in it between membership and support programmes.
ADDRESS = {
    "combine", "country_code", "region_code", "escp_membership", "sector_id", "s3_priority_id",
    "technology_field_id", "emerging_industry_id", "field_sup_prog_eu_value", "number_of_member",
    "label", "employee_ranges",
}  # fmt: skip


@pytest.fixture(scope="module")
def case() -> PartnershipGraph:
    store = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    return PartnershipGraph.of(store, as_of="2017-04-13")


@pytest.fixture(scope="module")
def by_id(case: PartnershipGraph) -> dict[str, Facet]:
    return {facet.id: facet for facet in facets(case)}


def test_all_twelve_filters_of_the_address_are_there(by_id: dict[str, Facet]) -> None:
    assert set(FACETS) == ADDRESS
    assert set(by_id) == ADDRESS
    assert len(FACETS) == 12


def test_the_filter_of_2017_finds_all_98_rows_of_the_annex(by_id: dict[str, Facet]) -> None:
    industry = by_id["emerging_industry_id"]

    assert industry.values[0] == FacetValue(
        id="emerging_industry:medical-devices", label="Medical Devices", clusters=98
    )
    assert (industry.stated, industry.unknown) == (98, 6)


def test_four_rows_of_the_annex_state_no_technology_field(by_id: dict[str, Facet]) -> None:
    """Rows 6, 9, 41 and 61; and six clusters stand in the text alone."""
    assert by_id["technology_field_id"].unknown == 4 + 6


@pytest.mark.parametrize("facet", ["label", "employee_ranges", "field_sup_prog_eu_value"])
def test_a_filter_of_which_no_fact_is_held_says_so(by_id: dict[str, Facet], facet: str) -> None:
    assert not by_id[facet].has_facts
    assert by_id[facet].values == ()


def test_clusters_of_labelled_partnerships_are_counted_by_partnership(
    by_id: dict[str, Facet],
) -> None:
    counted = {v.id: v.clusters for v in by_id["escp_membership"].values}

    assert counted == {"bioxclusters-plus": 4, "laser-go": 3}


def test_a_size_that_is_only_bounded_may_lie_in_several_classes() -> None:
    many = Quantity(value=250, unit="members", qualifier="at_least")
    graph = project([*cluster("a", numbers={"members": many}),
                     *cluster("b", numbers={"members": 40}), *cluster("c")])  # fmt: skip
    size = next(facet for facet in facets(graph) if facet.id == "number_of_member")

    assert {v.id: (v.clusters, v.possible) for v in size.values} == {
        "30-99": (1, 0), "200-499": (0, 1), "500+": (0, 1)
    }  # fmt: skip
    assert (size.stated, size.unknown) == (2, 1)


def test_a_selection_tells_those_that_may_be_meant_from_those_that_are(
    case: PartnershipGraph,
) -> None:
    found = select(case, {"s3_priority_id": ["s3_priority:photonics"]})

    assert len(found.clusters) == 9
    assert "optence" in found.unknown


def test_facets_narrow_each_other_and_values_of_one_widen_it(case: PartnershipGraph) -> None:
    photonics = {"s3_priority_id": ["s3_priority:photonics"]}

    assert select(case, {**photonics, "country_code": ["LT"]}).clusters == (
        "litek",
        "lithuanian-laser-association",
    )
    assert len(select(case, {**photonics, "country_code": ["LT", "FR"]}).clusters) == 6


def test_text_looks_into_names_and_other_names(case: PartnershipGraph) -> None:
    assert select(case, {"combine": ["Bioregion of Catalonia"]}).clusters == ("biocat",)
    assert select(case, {"combine": ["HTS"]}).clusters == ("human-technology-styria",)


def test_a_size_class_selects_only_what_lies_wholly_in_it() -> None:
    span = Quantity(value=50, unit="members", qualifier="between", upper=150)
    graph = project([*cluster("a", numbers={"members": span}), *cluster("b")])

    assert select(graph, {"number_of_member": ["30-99"]}).unknown == ("a", "b")
    assert select(graph, {"number_of_member": ["30-99", "100-199"]}).clusters == ("a",)
    assert select(graph, {"number_of_member": ["500+"]}).unknown == ("b",)


def test_a_label_of_a_programme_is_followed() -> None:
    graph = project([
        *cluster("a"), *partnership("P", members=["a"]), *thing("programme", "ESCP-4i"),
        said("p", "labelled_by", "escp-4i"),
    ])  # fmt: skip

    assert select(graph, {"escp_membership": ["p"]}).clusters == ("a",)


def test_a_filter_that_the_platform_has_not_is_refused(case: PartnershipGraph) -> None:
    with pytest.raises(UnknownName, match="countrycode"):
        select(case, {"countrycode": ["FR"]})
