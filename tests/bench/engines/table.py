"""What was measured, as a table of ratios first."""

from collections.abc import Mapping
from math import log
from typing import Any

ROWS = (
    ("search", "ms"), ("facet", "ms"), ("candidates", "ms"), ("candidates_told", "ms"),
    ("reach", "ms"), ("reach_told", "ms"), ("neighbourhood", "ms"), ("pairs", "s"),
    ("cold", "s"), ("cold_wall", "s"), ("build", "s"), ("memory", "MB"), ("disk", "MB"),
)  # fmt: skip
NAMES = {
    "candidates_told": "candidates, with reasons",
    "reach_told": "reach, with sources",
    "pairs": "all pairs, top 10",
    "cold": "open cold and answer, CPU",
    "cold_wall": "open cold and answer, clock",
}
Measured = Mapping[tuple[int, str], Mapping[str, Any]]  # size and engine -> what was measured


def value(said: Mapping[str, Any], row: str) -> float | None:
    """Return one figure in the unit of its row."""
    if row in said:
        return float(said[row])
    found = said.get("ms", {}).get(row)
    return None if found is None else found / 1000 if row == "pairs" else found


def table(measured: Measured) -> str:
    """Return a table in Markdown for each size, and how cost grows from size to size."""
    sizes = sorted({size for size, _ in measured})
    return "\n\n".join([*(_of_size(measured, size) for size in sizes), *_growths(measured, sizes)])


def _of_size(measured: Measured, size: int) -> str:
    engines = [engine for at, engine in measured if at == size]
    head = f"| {size:,} clusters | {' | '.join(engines)} |"
    lines = [head, "|---" * (1 + len(engines)) + "|"]
    for row, unit in ROWS:
        own = value(measured[size, "hanse"], row)
        cells = [
            _cell(measured[size, e], row, unit, own if e != "hanse" else None) for e in engines
        ]
        lines.append(f"| {NAMES.get(row, row)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(said: Mapping[str, Any], row: str, unit: str, own: float | None) -> str:
    found = value(said, row)
    if found is None:
        return "-"
    about = "~" if row == "pairs" and not said.get("is_whole") else ""
    text = f"{about}{_short(found)} {unit}"
    return f"{about}{_short(found / own)}x ({text})" if own else text


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.2g}"


def _growths(measured: Measured, sizes: list[int]) -> list[str]:
    if len(sizes) < 2:
        return []
    engines = list(dict.fromkeys(engine for _, engine in measured))
    lines = [f"| growth exponent | {' | '.join(engines)} |", "|---" * (1 + len(engines)) + "|"]
    for row, _ in ROWS:
        cells = [_growth(measured, engine, row) for engine in engines]
        lines.append(f"| {NAMES.get(row, row)} | {' | '.join(cells)} |")
    return ["\n".join(lines)]


def _growth(measured: Measured, engine: str, row: str) -> str:
    """Return the slope of cost over size between the smallest and the largest, in logarithms."""
    points = [(size, value(said, row)) for (size, e), said in measured.items() if e == engine]
    known = sorted((size, cost) for size, cost in points if cost)
    if len(known) < 2:
        return "-"
    (small, before), (large, after) = known[0], known[-1]
    return f"{log(after / before) / log(large / small):.2f}"
