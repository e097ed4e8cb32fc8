"""What the filter of 2017 finds for each quota, whom it leaves out, and what would find them."""

import pytest
from tests.builders import cluster, project, search_step

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import CountRule, Field, Filter, Quota, Rules
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped
from hanse.ingest.rules import read_rules
from hanse.queries.audit import QuotaAudit, audit
from hanse.queries.searches import searches

FOUNDERS = ("litek", "opticsvalley", "human-technology-styria")
# S3 priority Photonics or an optics technology, in the annex of D4.1, members aside.
NINE = {
    "alpha-rlh", "joensuu-science-park", "lithuanian-laser-association", "measurement-valley",
    "minalogic", "optitec", "optonet", "secpho", "tuscany-life-sciences",
}  # fmt: skip


@pytest.fixture(scope="module")
def case() -> PartnershipGraph:
    store = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")
    return PartnershipGraph.of(store, as_of="2017-04-13")


@pytest.fixture(scope="module")
def by_quota(case: PartnershipGraph) -> dict[str, QuotaAudit]:
    (text,) = (d.text for d in case.definitions("rules"))
    rules = read_rules(text, where="rules.toml")
    found = audit(case, rules, alliance=FOUNDERS, searches=searches(case))
    return {one.quota: one for one in found}


def test_the_filter_of_2017_finds_nine_photonics_clusters_besides_the_founders(
    by_quota: dict[str, QuotaAudit],
) -> None:
    assert set(by_quota["photonics"].found) == NINE


def test_the_filter_finds_95_clusters_of_the_98_without_the_three_founders(
    by_quota: dict[str, QuotaAudit],
) -> None:
    """D4.1, section 2.2: "98 clusters are related to the emerging industry"."""
    assert by_quota["photonics"].pool == 95


def test_none_of_the_nine_is_named_in_the_text(by_quota: dict[str, QuotaAudit]) -> None:
    assert by_quota["photonics"].named == ()
    assert "biocat" in by_quota["health"].named


def test_of_none_of_the_nine_is_the_number_of_active_members_known(
    by_quota: dict[str, QuotaAudit],
) -> None:
    assert set(by_quota["photonics"].open_counts["active-members"]) == NINE


def test_optence_is_of_the_field_and_lies_outside_the_filter(
    by_quota: dict[str, QuotaAudit],
) -> None:
    missed = {one.id: one.why for one in by_quota["photonics"].missed}

    assert missed["optence"] == (
        "No emerging industry is stated of it; whether the directory lists it is unknown."
    )


def test_the_smallest_widening_finds_every_known_photonics_cluster(
    by_quota: dict[str, QuotaAudit],
) -> None:
    best = by_quota["photonics"].widenings.best

    assert best is not None
    assert best.missed == ()
    assert {"optence", *NINE} < set(best.found)
    assert "stated_focus:photonics" in best.categories
    assert len(best.found) == 14
    assert best.pool == 100


def test_biocat_without_a_technology_field_may_be_of_photonics(
    by_quota: dict[str, QuotaAudit],
) -> None:
    """D4.1, section 2.1, page 9, says that some of its members are; the annex has no field."""
    assert "biocat" in by_quota["photonics"].undecided


LIGHT = Field(id="light", label="light", categories=frozenset({"s3_priority:photonics"}))
IN_LIGHT = {"s3_priority": ["Photonics"]}


def test_without_a_filter_the_steps_of_the_search_are_audited() -> None:
    graph = project([
        *cluster("a", categories=IN_LIGHT), *cluster("b", categories=IN_LIGHT),
        *search_step("Asked", found=["a"]),
    ])  # fmt: skip
    rules = Rules(id="r", label="R", quotas=(Quota(field=LIGHT),))
    (found,) = audit(graph, rules, alliance=(), searches=searches(graph))

    assert (found.filter.id, found.found, found.named) == ("steps", ("a",), ("a",))
    assert [(one.id, one.why) for one in found.missed] == [("b", "No step of the search found it.")]


def test_without_a_filter_and_without_steps_there_is_nothing_to_audit() -> None:
    rules = Rules(id="r", label="R", quotas=(Quota(field=LIGHT),))

    assert audit(project(cluster("a")), rules, alliance=(), searches=()) == ()


def test_what_is_stated_where_the_filter_looks_is_the_reason() -> None:
    labels = {**IN_LIGHT, "emerging_industry": ["Digital Industries"]}
    med = Filter(id="med", label="MED", categories=frozenset({"emerging_industry:medical-devices"}))
    number = CountRule(id="large", text="", unit="members", at_least=30)
    rules = Rules(id="r", label="R", rules=(number,), quotas=(Quota(field=LIGHT),), filters=(med,))
    (found,) = audit(project(cluster("a", categories=labels)), rules, alliance=(), searches=())

    assert found.found == ()
    assert found.open_counts == {"large": ()}
    assert found.missed[0].why == ("It is classified as “Digital Industries” (emerging industry).")
