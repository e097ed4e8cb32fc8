import pytest

from hanse.graph.errors import BadDefinition, BadInput
from hanse.graph.quantities import Interval
from hanse.ingest.assumptions import read_assumption


def test_an_assumption_says_what_it_takes_for_granted_and_what_it_sets_aside() -> None:
    text = """
id = "sum"
label = "1,600 is the exact sum of the six."
[[figures]]
clusters = ["litek", "biocat"]
unit = "companies"
size = "about 1,600"
kind = "sum"
[[sets_aside]]
of = "the-six"
unit = "companies"
"""
    assumed = read_assumption(text, where="sum.toml")

    assert assumed.figures[0].kind == "sum"
    assert assumed.figures[0].size == Interval(1600, 1600)
    assert assumed.sets_aside == (("the-six", "companies"),)
    assert not assumed.are_regions_apart


def test_a_key_that_nobody_knows_is_refused_with_its_line() -> None:
    with pytest.raises(BadDefinition) as refused:
        read_assumption('id = "a"\nlabel = "A"\nregions_appart = true\n', where="a.toml")

    assert "a.toml" in str(refused.value)
    assert "regions_apart" in str(refused.value)


def test_a_size_that_is_no_figure_is_refused() -> None:
    text = '[[figures]]\nclusters = ["a"]\nunit = "companies"\nsize = "lots"\n'

    with pytest.raises(BadInput, match="lots"):
        read_assumption(f'id = "a"\nlabel = "A"\n{text}', where="a.toml")
