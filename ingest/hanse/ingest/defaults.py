"""A project's own defaults are its user's: a file that is loaded sets none where there are some."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from hanse.graph.model import Settings
from hanse.graph.store import Changes, Intake, Store


def write_beside(store: Store, intakes: Sequence[Intake]) -> list[Changes]:
    """Write intakes, all or none; settings count only in a project that has none of its own.

    What comes under one origin is written as one: it would replace itself otherwise. Of
    several settings the first count.
    """
    is_set = store.contents().settings != Settings()
    wanted = []
    for intake in _by_origin(intakes):
        wanted.append(replace(intake, settings=None) if is_set else intake)
        is_set = is_set or intake.settings is not None
    return store.write_all(wanted)


def _by_origin(intakes: Iterable[Intake]) -> list[Intake]:
    parts: dict[str, list[Intake]] = {}
    for intake in intakes:
        parts.setdefault(intake.origin, []).append(intake)
    return [_joined(group) if group[1:] else group[0] for group in parts.values()]


def _joined(group: Sequence[Intake]) -> Intake:
    return replace(
        group[0],
        claims=chain.from_iterable(one.claims for one in group),
        sources=tuple(source for one in group for source in one.sources),
        definitions=tuple(definition for one in group for definition in one.definitions),
        put_aside=tuple(fault for one in group for fault in one.put_aside),
        settings=next((one.settings for one in group if one.settings), None),
        rows=sum(one.rows for one in group),
    )
