"""Every question has an answer on the second case, with nothing but its defaults."""

import pytest

from hanse.viz.session import Session

SIX = {"biocat", "human-technology-styria", "litek", "medicen", "optence", "opticsvalley"}


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.open("escp")


@pytest.fixture(scope="module")
def every_day() -> Session:
    return Session.open("escp", every_day=True)


def test_the_alliance_is_laser_go_global_with_its_seven_markets(session: Session) -> None:
    alliance = session.alliance()

    assert set(alliance.members) == SIX
    assert len(alliance.targets) == 7


def test_candidates_are_ranked_along_the_chain_of_the_first_case(session: Session) -> None:
    answer = session.candidates(session.alliance(), session.chain())

    assert len(answer.candidates) + len(answer.off_chain) == 93  # of the annex, without the five
    assert len(answer.uncategorised) == 104
    assert answer.candidates[0].rank.worst < len(answer.candidates)


def test_what_nobody_rated_leaves_every_scorecard_open(session: Session) -> None:
    answer = session.evaluate(session.guide(), session.pool((), session.alliance()))

    assert len(answer.candidates) == 203
    assert all(card.coverage < 0.7 for card in answer.candidates)


def test_the_six_reach_five_countries_and_about_1600_companies(session: Session) -> None:
    total = session.reach(session.alliance()).total

    assert set(total.countries) == {"AT", "DE", "ES", "FR", "LT"}
    assert total.counts["companies"].interval.low == 1600
    assert total.counts["smes"].interval.low == 0


@pytest.mark.parametrize("kind", ["partnership", "network", "consortium"])
def test_each_partnership_can_be_asked_for(every_day: Session, kind: str) -> None:
    for name in every_day.graph.ids(kind):
        alliance = every_day.alliance(name)

        assert set(every_day.reach(alliance).total.clusters) >= set(alliance.members)
        assert every_day.candidates(alliance, every_day.chain()).candidates


def test_two_pages_count_the_labelled_partnerships_differently(every_day: Session) -> None:
    found = [c for c in every_day.conflicts
             if (c.subject, c.attribute) == ("escp-4i", "partnerships")]  # fmt: skip

    assert len(found) == 1
