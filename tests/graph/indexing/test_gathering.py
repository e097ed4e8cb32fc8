"""What is gathered holds on the day, is no conjecture, and keeps open choices apart."""

from itertools import groupby

from tests.builders import claim, cluster, partnership

from hanse.graph.claims import Claim
from hanse.graph.indexing.facts import BOTH, YES, Facts
from hanse.graph.indexing.gathering import Gathering, text_of
from hanse.graph.stores.rows import to_row


def gathering_of(claims: list[Claim], day: str | None = None) -> Gathering:
    gathering = Gathering(day=day)
    ordered = sorted(claims, key=lambda said: said.subject)
    for subject, said in groupby(ordered, key=lambda one: one.subject):
        gathering.take(subject, [to_row(one) for one in said])
    return gathering


def members(known: Facts) -> list[str]:
    return sorted(known.ids[int(n)] for n in known.ties.get("member_of", ([], []))[0])


def test_a_conjecture_is_not_gathered() -> None:
    claims = [*cluster("BIOCAT"), claim("biocat", "member_of", "p", status="conjecture")]
    claims.append(claim("biocat", "country", "ES", status="conjecture"))

    known = gathering_of(claims).facts()

    assert members(known) == []
    assert known.described.countries.tolist() == [-1]


def test_a_tie_holds_from_its_first_day_to_its_last_and_is_known_from_when_it_was_stated() -> None:
    claims = [claim("a", "member_of", "p", since="2014", until="2016")]
    claims += [claim("b", "member_of", "p", as_of="2017")]

    found = {day: members(gathering_of(claims, day).facts()) for day in ("2013", "2015", "2018")}

    assert found == {"2013": [], "2015": ["a"], "2018": ["b"]}
    assert members(gathering_of(claims).facts()) == ["a", "b"]


def test_a_partnership_is_there_only_while_it_lasts() -> None:
    claims = partnership("P", since="2014", until="2016")

    assert gathering_of(claims, "2018").absent == ["p"]
    assert gathering_of(claims, "2015").absent == gathering_of(claims).absent == []


def test_of_either_or_both_markets_none_is_sure() -> None:
    said = [claim("a", "targets", m, role="targets", context="first") for m in ("x", "y")]
    said.append(claim("a", "targets", "z", role="targets"))

    known = gathering_of(said).facts()

    assert [known.ids[n] for n in known.sure[1]] == ["z"]
    assert [known.ids[n] for n in known.choices[2]] == ["x", "y"]
    assert {known.words[n] for n in known.choices[1]} == {"first"}


def test_a_flag_that_is_affirmed_and_denied_is_both() -> None:
    yes, no = (claim("biocat", "eccp_listed", value) for value in (True, False))

    def states(said: list[Claim]) -> list[int]:
        return list(gathering_of(cluster("BIOCAT") + said).facts().flags[2])

    assert (states([yes]), states([yes, no]), states([])) == ([YES], [BOTH], [])


def test_a_value_that_is_no_text_is_read_as_a_claim_gives_it() -> None:
    assert text_of(to_row(claim(value="BIOCAT"))) == "BIOCAT"
    assert text_of(to_row(claim(value=True))) == "True"
