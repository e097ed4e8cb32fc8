"""A judgement says who decided and when; a later one replaces it; contradictions are told."""

from tests.builders import claim

from hanse.graph.claims import Claim
from hanse.ingest.judgements import Verdict, contradictions, judged, judgement


def said(one: str, other: str, verdict: Verdict, who: str = "Ana Silva") -> Claim:
    (made,) = judgement(one, other, verdict, who=who, day="2017-04-13").claims
    return made


def verdicts(*claims: Claim) -> list[tuple[str, str]]:
    return [(one.id, one.verdict) for one in judged(claims)]


def test_a_judgement_carries_who_and_when() -> None:
    intake = judgement("c1", "biocat", "same", who="Ana Silva", day="2017-04-13", note="called")
    (made,) = intake.claims

    assert intake.origin == "judgement:biocat:c1"
    assert (made.subject, made.predicate, made.other) == ("c1", "same_as", "biocat")
    assert (made.source, made.as_of, made.note) == ("person:ana-silva", "2017-04-13", "called")
    assert [(s.id, s.title, s.kind) for s in intake.sources] == [
        ("person:ana-silva", "Ana Silva", "person")
    ]


def test_a_pair_is_one_origin_whichever_is_named_first() -> None:
    one = judgement("a", "b", "same", who="Ana", day="2017")
    other = judgement("b", "a", "different", who="Ana", day="2018")

    assert one.origin == other.origin


def test_what_is_rejected_is_kept_apart_until_more_is_known() -> None:
    assert said("a", "b", "rejected").status == "assumption"
    assert verdicts(said("a", "b", "rejected")) == [("a:b", "rejected")]


def test_a_persons_word_comes_before_a_documents_and_before_a_link() -> None:
    link = claim("a", "same_as", "b", status="assumption")
    document = claim("b", "different_from", "a", source="d41")

    assert verdicts(link) == [("a:b", "linked")]
    assert verdicts(link, document) == [("a:b", "different")]
    assert verdicts(link, document, said("a", "b", "same")) == [("a:b", "same")]


def test_two_that_are_different_and_joined_through_a_third_are_told() -> None:
    claims = [said("c", "b", "same"), said("b", "a", "same"), said("a", "c", "different")]
    (found,) = contradictions(claims)

    assert (found.a, found.b, found.chain, found.is_joined) == ("a", "c", ("a", "b", "c"), True)
    assert found.message == "a and c are said to be different, and a = b = c: they are joined"


def test_a_pair_said_to_be_both_is_told_and_kept_apart() -> None:
    (found,) = contradictions([said("a", "b", "same"), claim("b", "different_from", "a")])

    assert (found.chain, found.is_joined) == (("a", "b"), False)
    assert found.sources == ("person:ana-silva", "test")


def test_judgements_that_agree_are_no_contradiction() -> None:
    assert contradictions([said("a", "b", "same"), said("a", "c", "different")]) == ()
    assert contradictions([claim("a", "different_from", "c", status="conjecture")]) == ()
