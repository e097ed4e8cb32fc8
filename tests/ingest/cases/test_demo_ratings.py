"""The demonstration: invented ratings on the clusters of the case, synthetic wherever they go."""

from collections import Counter
from importlib.resources import files

import pytest

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.cases import SHIPPED, shipped
from hanse.ingest.guides import read_guide

FOLDER = files("hanse.ingest") / "cases" / "demo_ratings"
FORMS = sorted((FOLDER / "score_sheets").iterdir(), key=lambda file: file.name)
DEMO = SqliteStore.in_memory(shipped("demo-ratings"), address="demo-ratings")
RATINGS = [claim for claim in DEMO.claims() if claim.predicate == "rating"]


def test_it_is_shipped_beside_the_two_cases() -> None:
    assert [*SHIPPED] == ["laser-go", "escp", "demo-ratings"]


def test_it_is_the_case_of_laser_go_and_ratings_besides() -> None:
    case = SqliteStore.in_memory(shipped("laser-go"), address="laser-go")

    assert {c.id for c in DEMO.claims()} - {c.id for c in case.claims()} == {c.id for c in RATINGS}


def test_three_demo_raters_rated_and_are_called_synthetic() -> None:
    sources = {source.id: source for source in DEMO.contents().sources}
    raters = [sources[name] for name in sorted({claim.source for claim in RATINGS})]

    assert [rater.title for rater in raters] == [
        f"demo rater {number} (synthetic)" for number in (1, 2, 3)
    ]
    assert {rater.kind for rater in raters} == {"synthetic"}


def test_every_rating_says_that_it_is_synthetic() -> None:
    assert {claim.note for claim in RATINGS} == {"synthetic"}
    assert {claim.status for claim in RATINGS} == {"assumption"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_says_so_too_at_its_top_and_in_every_row(form: object) -> None:
    lines = form.read_text(encoding="utf-8").splitlines()  # type: ignore[attr-defined]

    assert "synthetic" in lines[0]
    assert "Synthetic,yes" in lines
    assert all(line.endswith(",synthetic") for line in lines[7:])


def test_the_title_and_the_note_of_the_project_say_so() -> None:
    settings = DEMO.contents().settings

    assert "synthetic" in settings.title
    assert "synthetic" in settings.note
    assert settings.guide == "laser-go-2017"


def test_all_ratings_lie_within_the_scales_of_the_guide() -> None:
    text = next(d.text for d in DEMO.contents().definitions if d.kind == "guide")
    guide = read_guide(text, where="guide")
    scales = {f"{guide.id}:{c.id}": c.scale for c in guide.criteria}

    for claim in RATINGS:
        scale = scales[str(claim.context)]
        assert scale.minimum <= float(str(claim.value)) <= scale.maximum


def test_nobody_is_called_unacceptable() -> None:
    """Real clusters are rated, if only for show: no rating is the lowest of the ladder."""
    assert min(float(str(claim.value)) for claim in RATINGS) >= 1


def test_there_is_something_of_everything_to_show() -> None:
    """Blanks, one candidate too little rated, and a rating that differs from the facts."""
    by_candidate = Counter(claim.subject for claim in RATINGS)
    graph = PartnershipGraph.of(DEMO, as_of=DEMO.contents().settings.as_of)
    own = [c for c in RATINGS if (c.subject, c.context) == ("optence", "laser-go-2017:companies")]

    assert len(by_candidate) == 13
    assert by_candidate["zab-brandenburg"] < 10
    assert [claim.value for claim in own] == [4]
    assert graph.preference("optence", "companies") is not None


def test_the_ratings_hold_on_the_day_of_the_project() -> None:
    day = DEMO.contents().settings.as_of

    assert day is not None
    assert {claim.as_of for claim in RATINGS} == {"2017-06-01"}
    assert day > "2017-06-01"
