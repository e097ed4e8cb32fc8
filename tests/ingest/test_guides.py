"""Guides that people write: what is taken, and how each mistake is refused with its line."""

from pathlib import Path

import pytest

from hanse.graph.errors import BadDefinition
from hanse.graph.model import Band, Guide
from hanse.ingest.guides import read_guide
from hanse.ingest.toml_text import LARGEST

GUIDE = """\
id = "small"
label = "A small guide"
goals = ["new regions"]

[groups]
size = "Size"

[scales.companies]
kind = "bands"
unit = "companies"
bands = [
  { rating = 0, below = 5 },
  { rating = 1, from = 5, to = 20 },
  { rating = 2, above = 200 },
]

[scales.strength]
kind = "likert"
maximum = 5
labels = { 0 = "Unacceptable", 5 = "Very strong" }

[scales.listed]
kind = "yes_no"

[[criteria]]
id = "companies"
question = "How many companies?"
group = "size"
weight = 30
scale = "companies"
evidence = "companies"

[[criteria]]
id = "interest"
question = "How much interest?"
group = "size"
weight = 65
scale = "strength"
veto = true
locator = "page 3"
goals = ["new regions"]

[[criteria]]
id = "eccp"
question = "On the ECCP?"
group = "size"
weight = 5
scale = "listed"
evidence = "eccp_listed"
"""


def guide(text: str = GUIDE) -> Guide:
    return read_guide(text, where="small.toml")


def changed(old: str, new: str) -> str:
    assert old in GUIDE
    return GUIDE.replace(old, new, 1)


def refusal(text: str) -> BadDefinition:
    with pytest.raises(BadDefinition) as refused:
        guide(text)
    return refused.value


def test_percent_in_the_file_are_shares_in_the_record() -> None:
    assert [criterion.weight for criterion in guide().criteria] == [0.30, 0.65, 0.05]


def test_the_highest_score_follows_from_the_scales() -> None:
    assert guide().maximum == pytest.approx(0.30 * 2 + 0.65 * 5 + 0.05 * 1)


def test_ends_of_bands_belong_to_them_or_not_as_their_words_say() -> None:
    assert guide().criteria[0].scale.bands == (
        Band(rating=0, high=5, is_high_included=False),
        Band(rating=1, low=5, high=20),
        Band(rating=2, low=200, is_low_included=False),
    )


def test_a_yes_or_no_is_rated_0_or_1() -> None:
    scale = guide().criteria[2].scale

    assert (scale.minimum, scale.maximum) == (0, 1)


def test_what_else_is_written_is_in_the_record() -> None:
    interest = guide().criteria[1]

    assert interest.scale.labels == {0: "Unacceptable", 5: "Very strong"}
    assert interest.is_veto
    assert interest.locator == "page 3"
    assert interest.goals == guide().goals == ("new regions",)
    assert interest.evidence is None


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "hint"),
    [
        ("weight = 30", "weight = -5", 29, "'weight' is -5; it must not be less than 0", "limit"),
        ("weight = 30", "weight = true", 29, "must be a number, not true", "without quotes"),
        ("weight = 30", "weight = inf", 29, "must be a finite number", "such as"),
        ("weight = 30", 'weight = "30 %"', 29, "must be a number, not '30 %'", "without quotes"),
        ("weight = 30", "wieght = 30", 25, "'weight' is missing", "add: weight"),
        ("veto = true", "vetoes = true", 39, "'vetoes' is not known here", "'veto'"),
        ("veto = true", "veto = 1", 39, "must be true or false, not 1", "true or false"),
        ('id = "interest"', 'id = "companies"', 34, "is already the id of criterion 1", "own"),
        ('id = "interest"', 'id = "Interest!"', 34, "must be an id", "hyphens"),
        ('group = "size"', 'group = "sise"', 28, "there is no group 'sise'", "'size'"),
        ('scale = "strength"', 'scale = "strenght"', 38, "there is no scale", "'strength'"),
        (
            'goals = ["new regions"]\n\n[[',
            'goals = ["regions"]\n\n[[',
            41,
            "among the goals",
            "new",
        ),
        ('evidence = "companies"', 'evidence = "compnies"', 31, "no attribute", "'companies'"),
        ('evidence = "companies"', 'evidence = "smes"', 31, "is in smes, and the bands in", "unit"),
        ('evidence = "companies"', 'evidence = "eccp_listed"', 31, "cannot be fed by", "leave"),
        ("veto = true", 'evidence = "members"', 39, "a likert scale cannot be fed", "leave"),
        ('kind = "likert"', 'kind = "linear"', 18, "'kind' cannot be 'linear'", "'likert'"),
        ("maximum = 5\nlabels", "maximum = 0\nlabels", 17, "the highest rating is 0", "greater"),
        (
            "maximum = 5\nlabels",
            "maximum = 500\nlabels",
            19,
            "must not be greater than 100",
            "limit",
        ),
        ("{ 0 = ", "{ 7 = ", 20, "label of '7' belongs to no rating", "within the scale"),
        ("{ 0 = ", "{ low = ", 20, "label of 'low' belongs to no rating", "whole ratings"),
        ('kind = "yes_no"', 'kind = "yes_no"\nmaximum = 5', 22, "rated 0 or 1", "likert"),
        ('kind = "yes_no"', 'kind = "yes_no"\nunit = "companies"', 24, "'unit' belongs", "bands"),
        ('unit = "companies"\n', "", 8, "'unit' is missing", 'add: unit = "companies"'),
        ("from = 5, to = 20", "from = 20, to = 5", 13, "ends at 5, below its start", "exchange"),
        ("from = 5, to = 20", "from = 5, above = 4", 13, "two lower", "one of each"),
        ("from = 5, to = 20", "from = 5.5", 13, "counts whole things", "whole = false"),
        (", from = 5, to = 20", "", 13, "has no end", "from, above, to or below"),
        ("rating = 1, from", "rating = 1.5, from", 13, "must be a whole number", "such as 5"),
        ("rating = 1, from", "rating = -1, from", 13, "must not be less than 0", "limit"),
        ("from = 5", "form = 5", 13, "'form' is not known here", "'from'"),
        ('[groups]\nsize = "Size"', "groups = {}", 5, "at least 1 entries", "add"),
        ('label = "A small guide"', 'lable = "A small guide"', 1, "'label' is missing", "add"),
        ('label = "A small guide"', "label = A small guide", 2, "not TOML", "in quotes"),
        ('label = "A small guide"', 'id = "again"', 2, "Cannot overwrite", "key = value"),
        ("[scales.listed]", '[scales."On the list"]', 22, "'On the list' must be an id", "small"),
    ],
)
def test_a_mistake_is_refused_with_file_line_and_remedy(
    old: str, new: str, line: int, what: str, hint: str
) -> None:
    error = refusal(changed(old, new))

    assert error.where == f"small.toml, line {line}"
    assert what in error.what
    assert hint in error.hint


def test_weights_that_add_up_to_110_are_refused_with_their_sum() -> None:
    error = refusal(changed("weight = 30", "weight = 40"))

    assert error.what == "the weights add up to 110, not to 100"
    assert error.where == "small.toml, line 29"


def test_weights_in_thirds_are_not_refused() -> None:
    text = changed("weight = 30", "weight = 33.3").replace("weight = 65", "weight = 33.3")

    weights = [c.weight for c in guide(text.replace("weight = 5\n", "weight = 33.4\n")).criteria]

    assert weights == pytest.approx([0.333, 0.333, 0.334])


def test_a_lint_may_read_what_an_evaluation_refuses() -> None:
    text = changed("weight = 30", "weight = 40")

    assert read_guide(text, where="small.toml", for_evaluation=False).criteria[0].weight == 0.4


def test_bands_may_leave_gaps_and_overlap_as_they_were_published() -> None:
    text = changed("from = 5, to = 20", "from = 3, to = 100")

    assert guide(text).criteria[0].scale.bands[1].high == 100


@pytest.mark.parametrize(
    "text",
    [
        "weights:\n  - a: 10\n  - b: 90\n",
        "!!python/object/apply:os.system ['true']",
        "a: &a [x, x]\nb: [*a, *a]",
        'id = "a"\ncriteria = ' + "[" * 9000 + "]" * 9000,
        "scales" + ".a" * 60_000 + " = 1",
        GUIDE + "#" * LARGEST,
        "[[criteria]]\n" * 5000,
    ],
    ids=["yaml", "yaml object", "yaml aliases", "deep lists", "deep keys", "large", "many"],
)
def test_a_hostile_text_is_refused(text: str) -> None:
    assert refusal(text).where.startswith("small.toml")


def test_a_file_of_another_kind_is_refused_as_such() -> None:
    pyproject = Path(__file__).parents[2] / "pyproject.toml"

    assert "not known here" in refusal(pyproject.read_text(encoding="utf-8")).what
