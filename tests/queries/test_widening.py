"""The fewest categories that find everybody a filter leaves out."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from hanse.graph.model import ClusterOrganisation
from hanse.graph.rules import Field
from hanse.queries.widening import Widening, fewest, widenings

FIELD = Field(
    id="photonics",
    categories=frozenset(
        {"s3_priority:photonics", "technology_field:optics", "technology_field:laser"}
    ),
)


def cluster(name: str, **labels: tuple[str, ...]) -> ClusterOrganisation:
    held = {scheme: tuple(f"{scheme}:{one}" for one in named) for scheme, named in labels.items()}
    return ClusterOrganisation(id=name, name=name, categories=held)


INSIDE = [
    cluster("a", s3_priority=("photonics",)),
    cluster("b", technology_field=("optics",)),
    cluster("c", technology_field=("laser",), s3_priority=("photonics",)),
    cluster("d", s3_priority=("photonics",)),
]


def test_nothing_is_added_where_nobody_is_missed() -> None:
    found = widenings(FIELD, INSIDE, frozenset("abcd"))

    assert found.best is None
    assert found.options == ()


def test_the_fewest_categories_that_find_all_are_added() -> None:
    best = widenings(FIELD, INSIDE, frozenset({"d", "stranger"})).best

    assert best == Widening(
        categories=("s3_priority:photonics", "technology_field:optics"),
        found=("a", "b", "c", "d"),
        missed=(),
        pool=5,
    )


def test_each_category_and_each_scheme_is_tried_alone() -> None:
    options = widenings(FIELD, INSIDE, frozenset("d")).options
    left = {option.categories: option.missed for option in options}

    assert left[("s3_priority:photonics",)] == ("b",)
    assert left[("technology_field:laser", "technology_field:optics")] == ("a",)
    assert [len(option.missed) for option in options] == sorted(map(len, left.values()))


def test_of_equally_many_the_commonest_categories_are_taken() -> None:
    finders = {"dental-care": frozenset("x"), "medical-technology": frozenset("x")}

    assert fewest(finders, {"dental-care": 1, "medical-technology": 2})[0] == (
        "medical-technology",
    )


@given(
    st.dictionaries(
        st.sampled_from("pqrstu"),
        st.frozensets(st.sampled_from("abcdefg"), min_size=1),
        min_size=1,
    )
)
def test_no_smaller_set_finds_everybody(finders: dict[str, frozenset[str]]) -> None:
    everybody = frozenset().union(*finders.values())
    chosen, is_smallest = fewest(finders, dict.fromkeys(finders, 1))
    smaller = [
        frozenset().union(*(finders[one] for one in some))
        for number in range(1, len(chosen))
        for some in combinations(finders, number)
    ]

    assert is_smallest
    assert frozenset().union(*(finders[one] for one in chosen)) == everybody
    assert everybody not in smaller
