"""What is open or lopsided in one scale."""

from dataclasses import replace

from tests.people import GUIDE

from hanse.graph.model import Band, Criterion, Guide, Scale
from hanse.queries.lint import Finding
from hanse.queries.scale_lint import scale_findings

BY_ID = {criterion.id: criterion for criterion in GUIDE.criteria}


def findings(scale: Scale, **changes: object) -> list[Finding]:
    made = Criterion(id="c", question="?", group="g", weight=1.0, scale=scale, evidence="companies")
    criterion = replace(made, **changes)  # type: ignore[arg-type]  # fields by their names
    guide = Guide(id="own", label="Own", criteria=(criterion,))
    return list(scale_findings(guide, 0, [criterion]))


def bands(*found: Band, **changes: object) -> Scale:
    made = Scale(kind="bands", maximum=2, unit="companies", bands=found)
    return replace(made, **changes)  # type: ignore[arg-type]


WHOLE = (Band(rating=0, high=4), Band(rating=1, low=5, high=9), Band(rating=2, low=10))


def test_bands_without_gap_and_overlap_are_in_order() -> None:
    assert findings(bands(*WHOLE)) == []


def test_a_gap_leads_to_the_band_behind_it() -> None:
    (found,) = findings(bands(WHOLE[0], replace(WHOLE[1], high=7), WHOLE[2]))

    assert found.code == "band-gap"
    assert found.message == "8 to 9 companies have no rating: no band holds them"
    assert found.path == ("criteria", 0, "scale", "bands", 2)


def test_a_gap_above_the_last_band_leads_to_that_band() -> None:
    (found,) = findings(bands(*WHOLE[:2], replace(WHOLE[2], high=20)))

    assert found.message.startswith("21 or more companies")
    assert found.path[-1] == 2


def test_an_overlap_leads_to_the_later_band() -> None:
    (found,) = findings(bands(WHOLE[0], replace(WHOLE[1], low=4), WHOLE[2]))

    assert found.code == "band-overlap"
    assert found.message == "4 companies stand in two bands: both ratings count, as a range"
    assert found.path == ("criteria", 0, "scale", "bands", 1)


def test_more_that_earns_less() -> None:
    (found,) = findings(bands(WHOLE[0], replace(WHOLE[1], rating=2), replace(WHOLE[2], rating=1)))

    assert (found.code, found.path[-1]) == ("band-order", 2)
    assert found.message == "a greater number earns less: 1 after 2"


def test_a_rating_that_no_band_gives() -> None:
    (found,) = findings(bands(*WHOLE, maximum=4))

    assert (found.code, found.message) == ("rating-without-band", "no band earns 3 and 4")


def test_bands_that_no_fact_feeds() -> None:
    assert [f.code for f in findings(bands(*WHOLE), evidence=None)] == ["bands-by-judgement"]


def test_steps_without_words_beside_steps_with_words() -> None:
    scale = Scale(kind="likert", maximum=3, labels={1: "weak", 3: "strong"})
    (found,) = findings(scale)

    assert (found.code, found.message) == (
        "unlabelled-rating", "what earns 0 and 2 is not said, by c",
    )  # fmt: skip


def test_a_ladder_without_any_words_is_taken_as_it_is() -> None:
    assert findings(Scale(kind="likert", maximum=3)) == []


def test_a_neutral_step_in_the_middle_is_in_order() -> None:
    labels = {0: "bad", 1: "poor", 2: "neutral", 3: "good", 4: "best"}

    assert findings(Scale(kind="likert", maximum=4, labels=labels)) == []


def test_a_veto_answers_an_unacceptable_rating() -> None:
    labels = {0: "Unacceptable", 1: "fine"}
    scale = Scale(kind="likert", maximum=1, labels=labels)

    assert [f.code for f in findings(scale)] == ["no-veto"]
    assert findings(scale, is_veto=True) == []


def test_the_heaviest_criterion_without_a_veto_is_the_example() -> None:
    ladder = [c for c in GUIDE.criteria if c.scale == BY_ID["interest"].scale]
    without_contract = [c for c in ladder if c.id != "fair-contract"]
    (found,) = [f for f in scale_findings(GUIDE, 2, without_contract) if f.code == "no-veto"]

    assert "rated so by internationalisation, a candidate can still reach 4.05" in found.message
