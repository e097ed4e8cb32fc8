"""Whether a number reaches a limit, as far as stated figures decide it.

A figure in another unit helps where one holds the other: SMEs that are active in a field are
active members, and no more members are active than there are. What no figure decides stays open.
"""

from collections.abc import Iterator
from dataclasses import replace

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.schema import schema
from hanse.queries.conflict_rules.values import PARTS_OF
from hanse.queries.outcomes import Decision, Outcome
from hanse.queries.sizes import Size, size, unit_label


def reached(graph: PartnershipGraph, cluster: str, unit: str, least: float) -> Decision:
    """Return whether a cluster has at least ``least`` of ``unit``.

    "About" is taken at its value, and said to be about. Statements that contradict each other
    decide only what all of them decide.
    """
    own = size(graph, cluster, unit)
    for known in (own, *_parts(graph, cluster, unit)):
        if _is_enough(known, least):
            return _decided("pass", known, unit, least)
    for known in (own, *_wholes(graph, cluster, unit)):
        if _is_too_few(known, least):
            return _decided("fail", known, unit, least)
    return _open(own, _wholes(graph, cluster, unit), least)


def _parts(graph: PartnershipGraph, cluster: str, unit: str) -> Iterator[Size]:
    """Yield what is known of units that are part of ``unit``, and so bound it from below."""
    for part, wholes in PARTS_OF.items():
        if unit in wholes:
            known = size(graph, cluster, part)
            yield replace(known, interval=replace(known.interval, high=None))


def _wholes(graph: PartnershipGraph, cluster: str, unit: str) -> Iterator[Size]:
    """Yield what is known of units that hold ``unit``, and so bound it from above."""
    return (size(graph, cluster, whole) for whole in PARTS_OF.get(unit, ()))


def _is_enough(known: Size, least: float) -> bool:
    low = known.interval.low
    if low is None:
        return False
    return low >= least or (known.is_low_strict and is_whole(known.unit) and low + 1 >= least)


def _is_too_few(known: Size, least: float) -> bool:
    high = known.interval.high
    return high is not None and (high < least or (known.is_high_strict and high == least))


def is_whole(unit: str) -> bool:
    """Say whether a unit is counted in whole numbers.

    >>> is_whole("active_members"), is_whole("photonics_share")
    (True, False)
    """
    attribute = schema().attributes[unit]
    return attribute.unit == attribute.name


def _decided(outcome: Outcome, known: Size, unit: str, least: float) -> Decision:
    asked = f"at least {least:,.10g} {'is' if least == 1 else 'are'} asked for"
    text = f"It has {known}; {asked}."
    if known.unit != unit and outcome == "pass":
        whole = unit_label(unit)
        text = f"It has {known}, who count among its {whole}; {asked}."
    if known.unit != unit and outcome == "fail":
        text = f"It has {known}, and its {unit_label(unit)} are no more; {asked}."
    return Decision(outcome=outcome, text=text, evidence=known.evidence)


def _open(own: Size, wholes: Iterator[Size], least: float) -> Decision:
    asked = f"at least {least:,.10g}"
    if not own.interval.is_unknown:
        text = f"It has {own}, which leaves open whether there are {asked}."
        return Decision(outcome="unknown", text=text, evidence=own.evidence)
    stated = [whole for whole in wholes if not whole.interval.is_unknown]
    text = f"No number of {unit_label(own.unit)} is stated of it; {asked} are asked for."
    if not stated:
        return Decision(outcome="unknown", text=text)
    text = f"{text} It has {stated[0]} in all."
    return Decision(outcome="unknown", text=text, evidence=stated[0].evidence)
