"""Numbers, ranges and dates as people write them; unknown is said, never shown as zero."""

from collections.abc import Iterable, Mapping
from typing import Final, cast

from hanse.graph.schema import schema

_QUALIFIERS: Final = {"about": "about ", "at_least": "at least ", "at_most": "at most "}
UNKNOWN: Final = "unknown"


def number(value: float) -> str:
    """Return a number with its thousands parted; at most two decimals.

    >>> number(1600), number(2.5)
    ('1,600', '2.5')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")


def numbered(size: int, noun: str) -> str:
    """Return a number with its noun, in digits.

    >>> numbered(1, "row"), numbered(2500, "row")
    ('1 row', '2,500 rows')
    """
    return f"{size:,} {noun}{'' if size == 1 else 's'}"


def figure(count: object) -> str:
    """Return a count as people write it; an unknown one is empty.

    >>> figure({"low": 250, "high": None, "qualifier": None})
    '250 or more'
    """
    if not isinstance(count, Mapping):
        return ""
    return (
        _QUALIFIERS.get(str(count.get("qualifier")), "") + span(count)
        if _about(count)
        else span(count)
    )


def _about(count: Mapping[str, object]) -> bool:
    return count.get("qualifier") == "about"


def span(interval: Mapping[str, object]) -> str:
    """Return a range of numbers as people write it.

    >>> span({"low": 871, "high": 1600})
    '871 to 1,600'
    """
    low, high = interval["low"], interval["high"]
    if low is None:
        return UNKNOWN if high is None else f"at most {number(cast('float', high))}"
    if high is None:
        return f"{number(cast('float', low))} or more"
    if low == high:
        return number(cast("float", low))
    return f"{number(cast('float', low))} to {number(cast('float', high))}"


def share(value: float) -> str:
    """Return a score between 0 and 1 with three decimals.

    >>> share(0.5552)
    '0.555'
    """
    return f"{value:.3f}"


def share_range(interval: object) -> str:
    """Return a range of scores between 0 and 1; nothing known is said to be unknown.

    >>> share_range({"low": 0.2, "high": 0.35})
    '0.200-0.350'
    """
    if not isinstance(interval, Mapping) or interval["low"] is None:
        return UNKNOWN
    low, high = cast("float", interval["low"]), cast("float", interval["high"])
    return share(low) if share(low) == share(high) else f"{share(low)}-{share(high)}"


def unit_label(unit: str) -> str:
    """Return what a unit is called; one outside the schema is called by its name.

    >>> unit_label("smes"), unit_label("EUR")
    ('SMEs', 'EUR')
    """
    known = schema().attributes.get(unit)
    return known.label if known else unit.replace("_", " ")


def stated(fact: Mapping[str, object]) -> str:
    """Return a stated value with its qualifier and unit, as people write it."""
    value, unit = fact["value"], fact["unit"]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if unit is None or not isinstance(value, (int, float)):
        written = f' (written "{fact["as_written"]}")' if fact.get("as_written") else ""
        return f"{value:g}{written}" if isinstance(value, float) else f"{value}{written}"
    words = _QUALIFIERS.get(str(fact["qualifier"]), "")
    if fact.get("strict"):
        words = {"at least ": "more than ", "at most ": "fewer than "}.get(words, words)
    upper = f" to {number(cast('float', fact['upper']))}" if fact.get("upper") else ""
    return f"{words}{number(value)}{upper} {unit_label(str(unit))}"


def date_span(since: object, until: object) -> str:
    """Return a period; an end that nobody stated is left open.

    >>> date_span("2016", None), date_span("2012", "2013"), date_span(None, None)
    ('since 2016', '2012 to 2013', '')
    """
    if since and until:
        return f"{since} to {until}"
    if since:
        return f"since {since}"
    return f"until {until}" if until else ""


def listed(names: Iterable[str]) -> str:
    """Return names joined by commas."""
    return ", ".join(names)
