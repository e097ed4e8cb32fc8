"""What is only alike is offered, with reasons, and decided by a person."""

from tests.ingest.test_identity import annex, organisation

from hanse.ingest.alike import MOST_COMPARED, MOST_OFFERED, alike, likeness, pair_id


def offered(*known: tuple[str, str | None]) -> list[tuple[str, int]]:
    pairs = alike([organisation(name, country) for name, country in known])
    return [(pair.id, round(pair.score or 0)) for pair in pairs]


def test_one_letter_apart_is_offered_with_its_reasons() -> None:
    (pair,) = alike([organisation("LITEK", "LT"), organisation("LITEKA", "LT")])

    assert (pair.id, round(pair.score or 0)) == ("LITEK:LITEKA", 91)
    assert pair.reasons == ("'LITEK' and 'LITEKA' are 91 of 100 alike", "both in LT")


def test_names_of_different_countries_are_not_compared() -> None:
    assert offered(("BioValley", "FR"), ("BioValley", "CH")) == []


def test_a_country_that_is_not_stated_rules_nothing_out() -> None:
    assert offered(("BioValley", "FR"), ("Biovalley", None)) == [("BioValley:Biovalley", 100)]
    assert offered(("BioValley", None), ("Biovalley", None)) == [("BioValley:Biovalley", 100)]


def test_a_spelling_of_the_annex_is_offered_first_and_little_else() -> None:
    pairs = alike([*annex(), organisation("Alpha Route des Lasers & des Hyperfrequences", "FR")])

    assert pairs[0].id.startswith("ALPHA-RLH Route des Lasers et des Hyperfréquences:Alpha")
    assert len(pairs) < 30


def test_each_is_offered_its_three_nearest() -> None:
    names = [f"Optonet {word}" for word in ("Alpha", "Alphb", "Alphc", "Alphd", "Alphe", "Alphf")]
    pairs = alike([organisation(name) for name in names])
    numbers = [sum(name in (pair.a, pair.b) for pair in pairs) for name in names]

    assert max(numbers) >= MOST_OFFERED
    assert len(pairs) < 15


def test_of_very_many_only_those_that_share_a_word_are_compared() -> None:
    many = [organisation(f"N{number}{'x' * 9}") for number in range(MOST_COMPARED)]
    known = [*many, organisation("Optonet Jena"), organisation("Optonet Jenaa")]

    assert "Optonet Jena:Optonet Jenaa" in [pair.id for pair in alike(known)]


def test_how_alike_a_pair_is_can_be_asked_whatever_the_score() -> None:
    pair = likeness(organisation("CataloniaBio", "ES"), organisation("Biocat", "ES"))

    assert (pair.id, pair.reasons) == ("Biocat:CataloniaBio", ())
    assert pair.id == pair_id("CataloniaBio", "Biocat")
