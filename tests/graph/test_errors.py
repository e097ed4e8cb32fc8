"""Errors say what, where, what to do; the tree of them is documented where they are defined."""

import inspect
import re

import pytest

from hanse.graph import errors
from hanse.graph.errors import (
    BadClaim,
    HanseError,
    ImpossibleDate,
    MissingExtra,
    ServiceUnavailable,
    UnknownName,
    UserMistake,
)

EVERY = sorted(
    name
    for name, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, HanseError)
)


def test_a_message_says_what_where_and_what_to_do() -> None:
    error = HanseError("no name", where="clusters.xlsx, row 7", hint="write one")

    assert str(error) == "clusters.xlsx, row 7: no name\n  hint: write one"


def test_a_message_without_place_or_hint_is_what_is_wrong() -> None:
    assert str(HanseError("no name")) == "no name"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (HanseError("?"), 1),
        (UserMistake("?"), 2),
        (ImpossibleDate("?"), 2),
        (BadClaim("?"), 2),
        (UnknownName("?", kind="cluster", known=()), 2),
        (MissingExtra("solver"), 3),
        (ServiceUnavailable("?"), 4),
    ],
    ids=lambda case: type(case).__name__,
)
def test_the_exit_status_says_who_can_mend_it(error: HanseError, status: int) -> None:
    assert error.exit_status == status


def test_the_tree_in_the_docstring_names_every_error() -> None:
    named = re.findall(r"^ *[+-] (\w+)", errors.__doc__ or "", flags=re.MULTILINE)

    assert sorted(named) == EVERY


def test_an_unknown_name_comes_with_the_nearest_ones_whatever_their_case() -> None:
    error = UnknownName("biokat", kind="cluster", known=["BIOCAT", "Medicen", "Optence"])

    assert str(error) == "no cluster is called 'biokat'\n  hint: did you mean BIOCAT?"


def test_an_unknown_name_near_none_says_how_to_list_them() -> None:
    error = UnknownName("xyz", kind="cluster", known=["BIOCAT"], list_with="hanse clusters")

    assert error.hint == "list them with: hanse clusters"


def test_a_part_of_a_name_brings_the_whole_one_where_nothing_is_written_alike() -> None:
    error = UnknownName("mAgora", kind="cluster", known=["mAgora Quality of Life Cluster"])

    assert error.hint == "did you mean mAgora Quality of Life Cluster?"


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        (["laser-go-2017"], "the only one is laser-go-2017"),
        (["six-as-union", "six-as-sum"], "known are: six-as-sum, six-as-union"),
        ([f"reading-{number}" for number in range(9)], "give an id or any known name"),
        ([], "give an id or any known name"),
    ],
)
def test_the_few_that_are_known_are_listed(known: list[str], hint: str) -> None:
    assert UnknownName("zzz", kind="guide", known=known).hint == hint


def test_a_missing_extra_says_how_to_install_it() -> None:
    assert MissingExtra("solver").hint == "pip install 'hanse[solver]'"


def test_a_bad_claim_is_a_value_error_to_programs_that_know_no_hanse() -> None:
    with pytest.raises(ValueError, match="no source"):
        raise BadClaim("no source")
