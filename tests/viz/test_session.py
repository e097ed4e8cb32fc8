import pytest

from hanse.graph.errors import BadInput, UnknownName
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.store import Definition, Intake
from hanse.graph.stores.sqlite import SqliteStore
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.open("laser-go")


def test_a_case_is_asked_on_its_own_day_unless_another_is_given() -> None:
    assert Session.open("laser-go").graph.as_of == "2017-04-13"
    assert Session.open("laser-go", as_of="2018").graph.as_of == "2018"
    assert Session.open("laser-go", every_day=True).graph.as_of is None


def test_the_alliance_goes_for_its_partnerships_target_markets(session: Session) -> None:
    assert session.alliance().targets == ("north-america", "southeast-asia")


def test_a_market_can_be_named_instead(session: Session) -> None:
    assert session.alliance(markets=["Japan"]).targets == ("japan",)


def test_adding_twice_is_adding_once(session: Session) -> None:
    asked = session.alliance(add=["Biocat", "biocat"])

    assert asked.members.count("biocat") == 1


def test_a_member_that_is_none_cannot_be_removed(session: Session) -> None:
    with pytest.raises(BadInput, match="biocat is not in the alliance"):
        session.alliance(remove=["biocat"])


def test_a_group_named_as_candidates_stands_for_its_members(session: Session) -> None:
    assert set(session.pool(["three-from-photonics"])) == {"opticsvalley", "optence", "litek"}


@pytest.mark.parametrize(
    "name", ["Photonics-for-Health", "photonics for health", "Photonics for health"]
)
def test_a_chain_is_found_by_any_known_name_case_aside(session: Session, name: str) -> None:
    assert session.chain(name).id == "photonics-for-health"


def test_chains_and_guides_are_found_by_id(session: Session) -> None:
    assert session.chain().id == "photonics-for-health"
    assert session.guide("laser-go-2017").maximum == pytest.approx(4.8)
    with pytest.raises(UnknownName, match="no guide"):
        session.guide("laser-go-2018")


def test_a_kept_text_that_is_no_toml_hides_no_other_chain() -> None:
    broken = Definition(kind="chain", id="broken", text="x = [[[")
    store = SqliteStore.in_memory([Intake(origin="x", definitions=(broken,))], address="test")
    asked = Session(store, PartnershipGraph.of(store))

    with pytest.raises(UnknownName, match="no chain is called 'nobodys'"):
        asked.chain("nobodys")
