"""The newsletter invites to Barcelona on 3 to 6 April and to Toronto on 3 to 7 April 2017."""

from tests.builders import claim, project, thing

from hanse.graph.claims import Claim, Status
from hanse.queries.conflict_rules.clashes import events_on_the_same_days
from hanse.queries.conflict_rules.finding import Conflict


def event(
    name: str, country: str, date: str, until: str | None = None, *,
    status: Status = "stated", source: str = "newsletter",
) -> list[Claim]:  # fmt: skip
    said = thing("event", name, country=country)
    said += [claim(name, "date", date, source=source, status=status)]
    said += [claim(name, "until", until, source=source, status=status)] if until else []
    return [*said, claim(name, "announced_as", "upcoming", source=source)]


def found(*said: list[Claim]) -> list[Conflict]:
    return list(events_on_the_same_days(project([one for claims in said for one in claims])))


TORONTO = event("toronto", "CA", "2017-04-03", "2017-04-07")


def test_two_invitations_to_the_same_days_in_two_countries_are_a_remark() -> None:
    (one,) = found(TORONTO, event("barcelona", "ES", "2017-04-07"))

    assert (one.code, one.severity, one.attribute) == ("D8", "remark", "date")
    assert "both announced for 2017-04-07 to 2017-04-07 (" in one.message


def test_a_conjecture_that_makes_them_meet_is_named() -> None:
    slip = event("barcelona", "ES", "2016-04-03", "2016-04-06")
    guess = event("barcelona", "ES", "2017-04-03", "2017-04-06", status="conjecture")

    (one,) = found(TORONTO, slip, guess)

    assert "2017-04-03 to 2017-04-06, if barcelona is dated as conjectured" in one.message


def test_days_that_do_not_meet_are_silent() -> None:
    assert found(TORONTO, event("barcelona", "ES", "2017-04-08", "2017-04-09")) == []


def test_one_country_another_document_or_a_month_alone_is_silent() -> None:
    assert found(TORONTO, event("montreal", "CA", "2017-04-03")) == []
    assert found(TORONTO, event("barcelona", "ES", "2017-04-03", source="leaflet")) == []
    assert found(TORONTO, event("barcelona", "ES", "2017-04")) == []
