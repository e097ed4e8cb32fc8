"""Value chains that people write: what is taken, and how mistakes are refused."""

import pytest

from hanse.graph.errors import BadDefinition
from hanse.graph.model import SCHEMES, Feed, ValueChain
from hanse.ingest.chains import read_chain

CHAIN = """\
id = "light"
label = "Light in medicine"

[[stages]]
id = "components"
label = "Components"
categories = [
  { scheme = "technology_field", label = "Optics", relevance = 1 },
  { scheme = "s3_priority", label = "Photonics", relevance = 0.5 },
]

[[stages]]
id = "care"
label = "Care"
categories = [{ scheme = "s3_priority", label = "Ageing societies", relevance = 0.7 }]
"""


def chain(text: str = CHAIN) -> ValueChain:
    return read_chain(text, where="light.toml")


def changed(old: str, new: str) -> str:
    assert old in CHAIN
    return CHAIN.replace(old, new, 1)


def refusal(text: str) -> BadDefinition:
    with pytest.raises(BadDefinition) as refused:
        chain(text)
    return refused.value


def test_stages_keep_their_order_and_their_categories() -> None:
    assert [stage.id for stage in chain().stages] == ["components", "care"]
    assert chain().stages[1].feeds == (
        Feed(scheme="s3_priority", label="Ageing societies", relevance=0.7),
    )


def test_without_weights_all_stages_weigh_the_same() -> None:
    assert [stage.weight for stage in chain().stages] == [0.5, 0.5]


def test_weights_are_percent() -> None:
    text = changed('"Components"', '"Components"\nweight = 80').replace(
        '"Care"', '"Care"\nweight = 20'
    )

    assert [stage.weight for stage in chain(text).stages] == [0.8, 0.2]


def test_the_first_provider_of_a_stage_is_worth_7_tenths_unless_it_is_said_otherwise() -> None:
    text = changed('"light"', '"light"\nprovider_worths = [0.5, 0.3, 0.2]')

    assert chain().provider_worths == (0.7, 0.3)
    assert chain(text).provider_worths == (0.5, 0.3, 0.2)


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "hint"),
    [
        ("relevance = 1 }", "relevance = 0 }", 8, "must be greater than 0", "limit"),
        ("relevance = 1 }", "relevance = 1.2 }", 8, "must not be greater than 1", "limit"),
        ("relevance = 1 }", "relevance = true }", 8, "a number, not true", "without quotes"),
        ("relevance = 1 }", "relevence = 1 }", 8, "'relevance' is missing", "add: relevance"),
        ('"technology_field"', '"technology"', 8, "'scheme' cannot be 'technology'", "'sectoral"),
        ('"Optics"', '""', 8, "readable text", "words"),
        ('"s3_priority", label = "Photonics"', '"technology_field", label = "optics"', 9, "already",
         "entry 1 or entry 2"),
        ('id = "care"', 'id = "components"', 13, "already the id of stage 1", "own"),
        ("categories = [{", "category = [{", 12, "'categories' is missing", "add: categories"),
        ('label = "Care"', 'label = "Care"\nweight = 50', 15, "1 of 2 stages have", "or none"),
        ('"light"', '"light"\nprovider_worths = [0.3, 0.7]', 2, "worth more", "greatest"),
        ('"light"', '"light"\nprovider_worths = [0.7, 0.2]', 2, "add up to 0.9, not to 1", "[0.7"),
        ('"light"', '"light"\nprovider_worths = []', 2, "at least 1", "add"),
        ('"light"', '"light"\nstage = 3', 2, "'stage' is not known here", "'stages'"),
        ("[[stages]]\nid", "[stages]\nid", 12, "not TOML", "key = value"),
    ],
)  # fmt: skip
def test_a_mistake_is_refused_with_file_line_and_remedy(
    old: str, new: str, line: int, what: str, hint: str
) -> None:
    error = refusal(changed(old, new))

    assert error.where == f"light.toml, line {line}"
    assert what in error.what
    assert hint in error.hint


def test_stage_weights_that_do_not_add_up_are_refused_with_their_sum() -> None:
    text = changed('"Components"', '"Components"\nweight = 80').replace(
        '"Care"', '"Care"\nweight = 30'
    )

    assert refusal(text).what == "the weights of the stages add up to 110, not to 100"
    assert refusal(text).where == "light.toml, line 7"


def test_one_stage_is_no_chain() -> None:
    assert "at least 2" in refusal(CHAIN[: CHAIN.rindex("[[stages]]")]).what


def test_a_stage_that_nothing_feeds_is_refused() -> None:
    text = CHAIN[: CHAIN.rindex("categories")] + "categories = []\n"

    assert refusal(text).where == "light.toml, line 15"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_category_may_be_of_any_scheme(scheme: str) -> None:
    text = changed('"technology_field"', f'"{scheme}"')

    assert chain(text).stages[0].feeds[0].scheme == scheme
