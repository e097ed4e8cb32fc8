"""Dates of D4.1's cover and of the newsletter that no calendar allows."""

import pytest
from tests.builders import claim, cluster, partnership, project, thing

from hanse.graph.claims import Claim
from hanse.graph.model import Source
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.store import Intake
from hanse.graph.stores.sqlite import SqliteStore
from hanse.queries.conflict_rules.dates import date_conflicts
from hanse.queries.conflict_rules.finding import Conflict

MONTHS = Quantity(value=18, unit="months")
NEWSLETTER = Source(id="test", title="Newsletter", date="2017-01")


def found_of(said: list[Claim], subject: str) -> dict[str, Conflict]:
    return {one.code: one for one in date_conflicts(project(said), subject)}


def issue_of_january_2017(said: list[Claim]) -> PartnershipGraph:
    intake = Intake(origin="test", claims=said, sources=(NEWSLETTER,))
    return PartnershipGraph.of(SqliteStore.in_memory([intake], address="test"))


def laser_go_project(**dates: str) -> list[Claim]:
    return thing("project", "LASER-GO", since="2015-01-01", duration_months=MONTHS, **dates)


def test_start_and_18_months_end_before_the_document_was_due_and_its_search_done() -> None:
    said = laser_go_project(due="2017-04-30", submitted="2017-07-07")
    said += thing("search_step", "Search", day="2017-04-13")
    said += [claim("search", "part_of", "laser-go")]

    found = found_of(said, "laser-go")["D2"]

    assert (found.kind, found.severity) == ("impossible date", "conflict")
    assert "make an end on 2016-06-30" in found.message
    assert "day of the search 2017-04-13, due 2017-04-30 and submitted 2017-07-07" in found.message
    assert [value.value for value in found.statements if value.unit == "months"] == [18]


@pytest.mark.parametrize("start", ["2016-01-01", "2016-01", "2016"])
def test_a_start_a_year_later_fits(start: str) -> None:
    said = thing("project", "LASER-GO", since=start, duration_months=MONTHS, due="2017-04-30")

    assert found_of(said, "laser-go") == {}


def test_what_was_handed_in_68_days_late_is_a_remark() -> None:
    said = thing("project", "LASER-GO", due="2017-04-30", submitted="2017-07-07")

    found = found_of(said, "laser-go")["D7"]

    assert found.severity == "remark"
    assert "68 days after 2017-04-30" in found.message


def test_what_was_handed_in_on_the_day_is_silent() -> None:
    said = thing("project", "LASER-GO", due="2017-04-30", submitted="2017-04-30")

    assert found_of(said, "laser-go") == {}


def test_an_event_of_2017_dated_2016_contradicts_its_name() -> None:
    said = thing("event", "BIO-Europe Spring 2017", date="2016-04-03")

    assert set(found_of(said, "bio-europe-spring-2017")) == {"D4"}


@pytest.mark.parametrize(
    ("name", "day"),
    [("BIO-Europe 2016", "2016-11"), ("BIO-Europe", "2016-11"), ("Horizon 2020 day", "2020")],
)
def test_an_event_of_the_year_in_its_name_or_of_none_is_silent(name: str, day: str) -> None:
    said = thing("event", name, id="event", date=day)

    assert found_of(said, "event") == {}


def test_a_partnership_may_bear_any_year_in_its_name() -> None:
    assert found_of(thing("partnership", "EU-TEXTILE2030", date="2017"), "eu-textile2030") == {}


def webinar(day: str, **announced: str) -> dict[str, Conflict]:
    said = thing("event", "Webinar", date=day)
    said += [claim("webinar", "announced_as", "upcoming", **announced)]  # type: ignore[arg-type]
    return {one.code: one for one in date_conflicts(issue_of_january_2017(said), "webinar")}


def test_an_event_of_january_2016_is_not_upcoming_in_january_2017() -> None:
    assert set(webinar("2016-01-24", as_of="2017-01")) == {"D3"}
    assert set(webinar("2016-01-24")) == {"D3"}


def test_an_event_later_in_the_month_of_the_issue_may_be_upcoming() -> None:
    assert webinar("2017-01-24") == {}
    assert webinar("2017-04") == {}


def test_an_end_before_its_start_is_impossible() -> None:
    assert set(found_of(partnership("P", since="2016", until="2015"), "p")) == {"D1"}
    assert found_of(partnership("P", since="2016", until="2016"), "p") == {}


def test_a_membership_that_ends_before_it_starts_is_impossible() -> None:
    said = cluster("A") + partnership("P")
    said += [claim("a", "member_of", "p", since="2016-05", until="2016-04")]

    assert set(found_of(said, "a")) == {"D1"}


def test_a_part_lies_within_its_whole() -> None:
    whole = thing("event", "Mission", date="2016-10-10", until="2016-10")
    inside = thing("event", "Conference", date="2016-10-11")
    outside = thing("event", "Summit", date="2016-11-13")
    parts = [claim(name, "part_of", "mission") for name in ("conference", "summit")]
    said = [*whole, *inside, *outside, *parts]

    assert found_of(said, "conference") == {}
    assert set(found_of(said, "summit")) == {"D5"}


def test_a_document_says_nothing_of_a_day_after_its_own() -> None:
    said = [*cluster("A"), claim("a", "remark", "grows", as_of="2017-06")]

    codes = {one.code for one in date_conflicts(issue_of_january_2017(said), "a")}

    assert codes == {"D6"}


def test_a_document_may_speak_of_its_own_month() -> None:
    said = [*cluster("A"), claim("a", "remark", "grows", as_of="2017-01-24")]

    assert not list(date_conflicts(issue_of_january_2017(said), "a"))
