"""What a row is about, and what the words in it that stand for a choice mean."""

from collections.abc import Sequence

from hanse.graph.errors import UserMistake
from hanse.graph.ids import key
from hanse.graph.schema import schema
from hanse.ingest.columns import unit_called
from hanse.ingest.rows import CellFault
from hanse.ingest.sheets import Sheet


def subject_kinds(sheet: Sheet) -> tuple[str, ...]:
    """Return the kinds that a row of a sheet may be about; none: any."""
    if sheet.name == "focus":
        return ("cluster",)
    for tie in sheet.ties:
        return schema().relations[tie.relation].from_kinds
    return ()


def one_of(allowed: Sequence[str], text: str, column: str) -> str:
    """Return which of the allowed words a cell says.

    Raises
    ------
    CellFault
        When it says another.
    """
    said = key(text).replace(" ", "_")
    if said not in allowed:
        remedy = f"write one of {', '.join(allowed)}"
        raise CellFault(f"no {column} is called {text!r}", column=column, value=text, remedy=remedy)
    return said


def counted_unit(text: str, *, column: str) -> str:
    """Return the attribute that counts what ``text`` names.

    Raises
    ------
    CellFault
        When nothing is counted in this unit.
    """
    named = unit_called(text)
    known = schema().attributes.get(named)
    if known is None or known.value_type != "quantity":
        remedy = f"write one of {', '.join(schema().units)}"
        raise CellFault("nothing is counted in this unit", column=column, value=text, remedy=remedy)
    return named


def stated_predicate(text: str, *, column: str) -> str:
    """Return the attribute or relation of the schema that ``text`` names.

    Raises
    ------
    CellFault
        When there is none, with the nearest.
    """
    named = key(text).replace(" ", "_")
    try:
        return named if schema().is_relation(named) else schema().attribute(named).name
    except UserMistake as fault:
        raise CellFault(fault.what, column=column, value=text, remedy=fault.hint) from None
