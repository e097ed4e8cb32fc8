"""A claim and a project's settings as flat rows, the same for every store that keeps rows."""

import json
from dataclasses import asdict
from json.encoder import encode_basestring_ascii as quoted
from typing import Final, cast

from hanse.graph.claims import (
    Claim,
    Status,
    Value,
    number_of,
    plain_flag,
    plain_number,
    plain_quantity,
)
from hanse.graph.model import Settings
from hanse.graph.quantities import Qualifier, Quantity

COLUMNS: Final = (
    "id", "subject", "predicate", "type", "value", "upper", "unit", "qualifier", "strict",
    "source", "locator", "as_of", "since", "until", "role", "context", "status", "as_written",
    "note",
)  # fmt: skip
Cell = str | int | float | None


def to_row(claim: Claim) -> tuple[Cell, ...]:
    """Return the claim as the cells of one row, in the order of :data:`COLUMNS`."""
    return (
        claim.id, claim.subject, claim.predicate, *_value_cells(claim.value), claim.source,
        claim.locator, claim.as_of, claim.since, claim.until, claim.role, claim.context,
        claim.status, claim.as_written, claim.note,
    )  # fmt: skip


def _value_cells(value: Value) -> tuple[Cell, ...]:
    if isinstance(value, str):
        return ("t", value, None, None, None, 0)
    if isinstance(value, bool):
        return ("b", int(value), None, None, None, 0)
    if isinstance(value, Quantity):
        return ("q", value.value, value.upper, value.unit, value.qualifier, int(value.strict))
    return ("n", value, None, None, None, 0)


def from_row(row: tuple[Cell, ...]) -> Claim:
    """Return the claim that ``row`` keeps."""
    (_, subject, predicate, kind, value, upper, unit, qualifier, strict,
     source, locator, as_of, since, until, role, context, status, as_written, note) = cast(
        "tuple[str, ...]", row
    )  # fmt: skip
    return Claim(
        subject=subject,
        predicate=predicate,
        value=_value(kind, value, (upper, unit, qualifier, strict)),
        source=source,
        locator=locator,
        as_of=as_of,
        since=since,
        until=until,
        role=role,
        context=context,
        status=cast("Status", status),
        as_written=as_written,
        note=note,
    )


def _value(kind: Cell, value: Cell, quantity: tuple[Cell, Cell, Cell, Cell]) -> Value:
    if kind == "b":
        return bool(value)
    if kind == "q":
        upper, unit, qualifier, strict = quantity
        return Quantity(
            value=cast("float", value),
            unit=str(unit),
            qualifier=cast("Qualifier", qualifier),
            strict=bool(strict),
            upper=cast("float | None", upper),
        )
    return cast("Value", value)


def number_of_row(row: tuple[Cell, ...]) -> int:
    """Return the number that the claim of ``row`` has, without making the claim.

    It is the row's first cell unless the row changed by itself.

    Raises
    ------
    TypeError, ValueError
        When a cell holds what no claim can.
    """
    (_, subject, predicate, kind, value, upper, unit, qualifier, strict,
     source, locator, *when, status, as_written, note) = cast("tuple[str, ...]", row)  # fmt: skip
    said = (subject, predicate, source, locator)
    plain = _plain(kind, value, (upper, unit, qualifier, strict))
    return number_of(said, plain, tuple(when), (status, as_written, note))


def _plain(kind: str, value: Cell, quantity: tuple[Cell, Cell, Cell, Cell]) -> str:
    if kind == "t":
        return quoted(cast("str", value))
    if kind == "b":
        return plain_flag(value)
    if kind == "q":
        upper, unit, qualifier, strict = quantity
        return plain_quantity(
            cast("float", value),
            cast("str", unit),
            cast("str", qualifier),
            cast("float | None", upper),
            is_strict=bool(strict),
        )
    return plain_number(cast("float", value))


def settings_text(settings: Settings) -> str:
    """Return the settings as text that every store can keep."""
    return json.dumps(asdict(settings), ensure_ascii=False, sort_keys=True)


def settings_from_text(text: object) -> Settings:
    """Return the settings kept as ``text``; keys of a later Hanse are left aside."""
    kept = json.loads(str(text)) if text else {}
    known = {name: kept[name] for name in Settings.__dataclass_fields__ if name in kept}
    trust = known.pop("trust", ())
    return Settings(**known, trust=(trust,) if isinstance(trust, str) else tuple(trust))
