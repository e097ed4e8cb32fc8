"""Answers as tables: one row a record, one column a value; a data frame where pandas is there.

Nothing is added up, rounded or filled in: an end that is not known is ``None``. An interval
becomes two columns (``score_low``, ``score_high``), a range of ranks as well (``rank_best``,
``rank_worst``), a record within a record its columns behind its own name. Lists stay in their
cell.
"""

import importlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import MissingPackage

if TYPE_CHECKING:
    from pandas import DataFrame  # pyright: ignore[reportMissingImports]  # optional

# The list that makes up the rows of an answer, where it is not the first list of records.
_ROWS: Final = {"Candidates": "candidates"}
_OWN: Final = "interval"  # a record is this quantity: its ends go by the record's name


def rows(answer: object) -> list[dict[str, object]]:
    """Return an answer as rows: its records, or those of a list, with one column a value.

    Parameters
    ----------
    answer
        What a question of :mod:`hanse.queries` returned, or a list of records, such as
        ``reach(...).marginal`` or ``graph.clusters()``.
    """
    return [dict(_cells(record, "")) for record in _records(answer)]


def to_frame(answer: object) -> "DataFrame":
    """Return an answer as a pandas data frame, in the order of the answer.

    Raises
    ------
    MissingPackage
        When pandas is not installed; Hanse itself does not need it.
    """
    try:
        pandas = importlib.import_module("pandas")
    except ImportError:
        raise MissingPackage("pandas", use="a data frame") from None
    frame: DataFrame = pandas.DataFrame(rows(answer))
    return frame


def _records(answer: object) -> Sequence[object]:
    if isinstance(answer, Sequence) and not isinstance(answer, str):
        return answer
    named = _ROWS.get(type(answer).__name__)
    if named:
        found: Sequence[object] = getattr(answer, named)
        return found
    lists = (
        (getattr(answer, field.name) for field in fields(answer)) if is_dataclass(answer) else ()
    )
    return next((each for each in lists if _is_of_records(each)), (answer,))


def _is_of_records(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and all(map(is_dataclass, value))


def _cells(value: object, name: str) -> Iterator[tuple[str, object]]:
    """Yield the columns of a value: of a record and of a mapping each part's."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            part = name if field.name == _OWN and name else _under(name, field.name)
            yield from _cells(getattr(value, field.name), part)
    elif isinstance(value, Mapping):
        for key in sorted(value, key=str):
            yield from _cells(value[key], _under(name, str(key)))
    else:
        yield name or "value", value


def _under(name: str, part: str) -> str:
    return f"{name}_{part}" if name else part
