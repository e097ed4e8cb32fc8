import pytest
from pydantic import BaseModel, Field, ValidationError

from hanse.graph.errors import BadDefinition
from hanse.ingest.faults import Fault, fault_of, line_of, nearest, refuse, repeated

LINES = {("a",): 1, ("b",): 4, ("b", 0): 5, ("b", 0, "c"): 6}


def fault(*path: str | int, what: str = "is wrong") -> Fault:
    return Fault(path=path, what=what, remedy="mend it")


def test_the_first_line_comes_first_whatever_was_found_first() -> None:
    with pytest.raises(BadDefinition) as refused:
        refuse([fault("b", 0, "c", what="third"), fault("a", what="first")], where="f", lines=LINES)

    assert str(refused.value) == "f, line 1: first\n  hint: mend it\n  line 6: third; mend it"


def test_a_key_that_is_missing_is_placed_at_its_table() -> None:
    assert line_of(("b", 0, "d", "e"), LINES) == 5
    assert line_of(("z",), LINES) == 1


def test_no_more_than_ten_faults_are_told_one_by_one() -> None:
    with pytest.raises(BadDefinition) as refused:
        refuse([fault("a") for _ in range(14)], where="f", lines=LINES)

    assert str(refused.value).count("is wrong") == 10
    assert refused.value.hint.endswith("and 4 more")


def test_without_a_fault_nothing_is_refused() -> None:
    refuse([], where="f", lines=LINES)


def test_each_repetition_is_told_with_its_first_place() -> None:
    assert list(repeated(["a", "b", "a", "a"])) == [(2, 0), (3, 0)]


def test_a_name_unlike_any_is_answered_with_what_is_known() -> None:
    assert nearest("zzz", ["b", "a"]) == "known here: a, b"
    assert nearest("zzz", []) == "known here: none"
    assert nearest("zzz", map(str, range(20))).endswith(", ...")


class Inner(BaseModel, extra="forbid"):
    label: str = ""
    start: int = Field(default=0, alias="from")


class Outer(BaseModel, extra="forbid"):
    rows: list[Inner] = []
    tables: dict[str, Inner] = {}


def found(**table: object) -> Fault:
    with pytest.raises(ValidationError) as refused:
        Outer.model_validate(table)
    (error,) = refused.value.errors()
    return fault_of(error, Outer)


@pytest.mark.parametrize("table", [{"rows": [{"form": 1}]}, {"tables": {"x": {"form": 1}}}])
def test_of_an_unknown_key_in_an_inner_table_the_nearest_there_is_offered(
    table: dict[str, object],
) -> None:
    assert found(**table).what == "'form' is not known here"
    assert found(**table).remedy == "did you mean 'from'?"


def test_an_entry_of_a_list_is_named_by_its_place() -> None:
    assert found(rows=[{}, 5]).what == "entry 2 of 'rows' must be a table, not 5"


def test_a_long_value_is_shortened() -> None:
    assert len(found(rows="x" * 500).what) < 100
