"""What the ESCP case states of 31 partnerships, and how it goes together with LASER-GO.

Each statement rests on the page that its row names; `docs/cases/escp.md` tells how they were
read.
"""

from pathlib import Path
from typing import Final

import pytest

from hanse.graph.errors import UnknownName
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import shipped

SHARED: Final = ("bioxclusters", "bioxclusters-plus", "laser-go", "laser-go-global")
NETWORKS: Final = ("eu-textile2030-eeig", "memorandum-of-four")
# Which partnership grew out of which; who joined on the way, and who left.
CHANGES: Final = {
    ("laser-go", "laser-go-global"): ({"medicen", "biocat", "optence"}, set()),
    ("adpack", "adpack2"): ({"packaging-cluster", "scs-cluster"}, {"packbridge"}),
    ("eu4sportsclusters-alliance", "smartsports4goodlife"): (
        {"mse-hungarian-sport-lifestyle"},
        {"flanders-bike-valley"},
    ),
    ("cosmetics4wellbeing", "global-cosmetics-cluster-europe"): (
        {"ikmib", "polo-della-cosmesi"},
        {"france-clusters"},
    ),
    ("eu-textile2030", "eu-textile2030-eeig"): ({"citeve"}, {"sachsen-textil"}),
}


@pytest.fixture(scope="module")
def store() -> SqliteStore:
    return SqliteStore.in_memory(shipped("escp"), address="escp")


@pytest.fixture(scope="module")
def graph(store: SqliteStore) -> PartnershipGraph:
    return PartnershipGraph.of(store)


@pytest.fixture(scope="module")
def on_its_day(store: SqliteStore) -> PartnershipGraph:
    return PartnershipGraph.of(store, as_of=store.contents().settings.as_of)


def with_role(graph: PartnershipGraph, partnership: str, role: str) -> set[str]:
    members = graph.partnership(partnership).members
    return {member.cluster for member in members if member.role == role}


def test_it_holds_31_partnerships_and_170_memberships(graph: PartnershipGraph) -> None:
    partnerships = graph.partnerships()

    assert len(partnerships) == 31
    assert sum(len(partnership.members) for partnership in partnerships) == 170
    assert tuple(p.id for p in graph.partnerships("network")) == NETWORKS
    assert [p.id for p in graph.partnerships("consortium")] == ["boost4health"]


def test_of_119_members_14_are_rows_of_the_annex(graph: PartnershipGraph) -> None:
    members = {m.cluster for p in graph.partnerships() for m in p.members}
    numbers = {graph.cluster(member).annex_no for member in members} - {None}

    assert len(members) == 119
    assert numbers == {8, 9, 11, 12, 39, 45, 55, 60, 66, 74, 79, 90, 93, 97}


def test_categories_come_from_the_annex_and_those_of_optence_from_the_text_of_d41(
    graph: PartnershipGraph,
) -> None:
    known = [cluster for cluster in graph.clusters() if cluster.category_ids]

    assert len(known) == 99
    assert [cluster.id for cluster in known if cluster.annex_no is None] == ["optence"]
    assert set(graph.cluster("optence").categories) == {"stated_focus"}


def test_a_country_that_no_page_states_stays_unknown(graph: PartnershipGraph) -> None:
    assert [c.id for c in graph.clusters() if c.country is None] == ["medlife"]


def test_nothing_leads_to_what_nobody_described(graph: PartnershipGraph) -> None:
    assert graph.dangling == ()


@pytest.mark.parametrize(("pair", "change"), CHANGES.items(), ids=lambda value: str(value)[:40])
def test_who_joined_and_who_left_is_who_is_in_one_and_not_in_the_other(
    graph: PartnershipGraph, pair: tuple[str, str], change: tuple[set[str], set[str]]
) -> None:
    before, after = pair
    joined, left = change

    assert set(graph.members(after)) - set(graph.members(before)) == joined
    assert set(graph.members(before)) - set(graph.members(after)) == left
    assert before in graph.targets_of(after, "continues")
    assert with_role(graph, after, "joining member") == joined
    assert with_role(graph, before, "leaving member") <= left


def test_a_membership_lasts_as_long_as_its_partnership(graph: PartnershipGraph) -> None:
    for partnership in graph.partnerships():
        for member in partnership.members:
            assert (member.since, member.until) == (partnership.since, partnership.until)


def test_a_membership_keeps_the_name_as_the_page_writes_it(graph: PartnershipGraph) -> None:
    written = {c.subject: c.as_written for c in graph.ties_to("natureef", "member_of")}

    assert written["crea-hydro-energy"] == "Crea&Hidro Energy"
    assert all(written.values())


def test_an_organisation_that_was_renamed_is_one_with_both_names(graph: PartnershipGraph) -> None:
    renamed = graph.find("Fondazione Torino Wireless", "cluster")

    assert graph.name(renamed) == "Piemonte Innova"
    assert [m.partnership for m in graph.memberships(renamed)] == ["mobigoin", "mobigoin-action"]
    kinds = {c.value: c.role for c in graph.claims_of(renamed, "alias")}
    assert kinds["Fondazione Torino Wireless"] == "former_name"


def test_what_two_clusters_merged_into_is_the_same_as_neither(graph: PartnershipGraph) -> None:
    assert graph.targets_of("euramaterials", "continues") == ("matikem", "up-tex")
    assert graph.cluster("up-tex").annex_no == 97
    assert graph.members("tex4im").count("up-tex") == 1
    assert "euramaterials" not in graph.members("tex4im")


def test_a_managing_body_is_not_its_cluster(graph: PartnershipGraph) -> None:
    assert graph.kind("citta-studi") == "managing_body"
    assert graph.targets_of("citta-studi", "manages") == ("pointex",)
    (membership,) = [c for c in graph.ties_to("alliance-dual-use", "member_of")
                     if c.subject == "pointex"]  # fmt: skip
    assert (membership.as_written, membership.status) == ("CITTA STUDI", "assumption")


def test_the_members_of_nf4_are_deduced_and_say_so(graph: PartnershipGraph) -> None:
    memberships = graph.ties_to("nf4", "member_of")

    assert len(memberships) == 5
    assert {claim.status for claim in memberships} == {"assumption"}


def test_the_memorandum_joins_the_twenty_clusters_of_four_partnerships(
    graph: PartnershipGraph,
) -> None:
    four = graph.sources_of("memorandum-of-four", "part_of")

    assert four == ("adpack2", "ec2i", "mobigoin-action", "nf4")
    assert set(graph.members("memorandum-twenty")) == {m for p in four for m in graph.members(p)}
    assert graph.counts("memorandum-twenty")["clusters"].interval.low == 20
    assert graph.counts("memorandum-twenty")["smes"].interval.low == 3100


@pytest.mark.parametrize(
    ("partnership", "markets"),
    [
        ("laser-go", {"north-america", "southeast-asia"}),
        ("natureef", {"south-america", "asean", "china"}),
        ("euwater4i-sd", {"kenya", "uganda", "bolivia", "peru"}),
        ("eu-textile2030", {"colombia", "south-africa", "israel", "japan", "taiwan"}),
        ("celis", set()),
    ],
)
def test_a_partnership_targets_the_markets_that_its_page_names(
    graph: PartnershipGraph, partnership: str, markets: set[str]
) -> None:
    assert set(graph.partnership(partnership).target_markets) == markets


def test_a_market_named_for_later_is_an_interest(graph: PartnershipGraph) -> None:
    roles = {claim.other: claim.role for claim in graph.ties("peres", "targets")}

    assert roles == {"united-states": "targets", "india": "targets",
                     "china": "interested_in", "japan": "interested_in"}  # fmt: skip


def test_the_ten_members_of_asean_lie_in_southeast_asia(graph: PartnershipGraph) -> None:
    ten = graph.sources_of("asean", "within")

    assert len(ten) == 10
    assert set(graph.sources_of("southeast-asia", "within")) == {*ten, "asean", "timor-leste"}


def test_grants_are_not_budgets_and_carry_their_unit(graph: PartnershipGraph) -> None:
    (grant,) = graph.claims_of("global-cosmetics-cluster-europe", "grant_eur")

    assert str(grant.value) == "449,374"
    assert graph.preference("euwater4i-sd", "grant_eur") is not None
    assert graph.preference("laser-go", "grant_eur") is None


def test_on_its_day_laser_go_global_is_at_work_and_laser_go_is_over(
    on_its_day: PartnershipGraph,
) -> None:
    assert len(on_its_day.members("laser-go-global")) == 6
    assert all(on_its_day.cluster(c).category_ids for c in on_its_day.members("laser-go-global"))
    with pytest.raises(UnknownName, match="until 2017-06, not on 2019-05-01"):
        on_its_day.find("laser-go")


def test_on_its_day_the_second_generation_is_at_work(on_its_day: PartnershipGraph) -> None:
    second = [p.id for p in on_its_day.partnerships()
              if str(on_its_day.value(p.id, "generation")).startswith("2 (2018")]  # fmt: skip

    assert len(second) == 10
    assert "memorandum-of-four" in on_its_day
    assert "celis" not in on_its_day


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> PartnershipGraph:
    path = Path(tmp_path_factory.mktemp("cases")) / "both.hanse"
    store = SqliteStore.create(path)
    for intake in (*shipped("laser-go"), *shipped("escp")):
        store.write(intake)
    both = PartnershipGraph.of(store)
    store.close()
    return both


def test_loaded_into_laser_go_four_partnerships_are_the_same(
    graph: PartnershipGraph, together: PartnershipGraph
) -> None:
    alone = PartnershipGraph.of(SqliteStore.in_memory(shipped("laser-go"), address="laser-go"))
    ids = {p.id for p in alone.partnerships()}, {p.id for p in graph.partnerships()}

    assert sorted(ids[0] & ids[1]) == list(SHARED)
    assert {p.id for p in together.partnerships()} == ids[0] | ids[1]
    assert {c.id for c in together.clusters()} == {*alone.ids("cluster"), *graph.ids("cluster")}
    assert together.dangling == ()


def test_what_the_two_cases_call_alike_has_one_name(together: PartnershipGraph) -> None:
    described = [thing for thing in together.networkx if together.claims_of(thing, "name")]

    assert [t for t in described if len({c.value for c in together.claims_of(t, "name")}) > 1] == []
    for name in ("country", "scheme"):
        assert [t for t in described if len(together.values(t, name)) > 1] == [], name


def test_bioxclusters_ends_in_2013_or_2014_and_each_end_has_its_source(
    together: PartnershipGraph,
) -> None:
    ends = {claim.source: claim.value for claim in together.claims_of("bioxclusters", "until")}

    assert ends == {"newsletter": "2013", "lyonbiopole-bioxclusters-plus": "2014"}


def test_the_six_reach_1600_companies_in_both_and_research_bodies_differ(
    together: PartnershipGraph,
) -> None:
    said = {c.source: str(c.value) for c in together.claims_of("the-six", "research_bodies")}

    assert said == {"d41": "about 120", "litek-laser-go-global": "about 100"}
    assert len(together.members("the-six")) == 6
