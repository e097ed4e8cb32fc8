"""Make an index anew in part, where a small import, a saved alliance or a rating is new.

What the changed origins were and are about is gathered again, and put in the place of what was
known of it. A pass over everything is needed where a large origin changed, where things were
made one, or where something is described now that ties led to in vain before.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np

from hanse.graph.indexing.altering import joined, without
from hanse.graph.indexing.building import Gathered, KeptInRows, loose_ends
from hanse.graph.indexing.facts import Counted, Described, Facts, Numbers
from hanse.graph.indexing.gathering import Gathering
from hanse.graph.indexing.making import ties_of
from hanse.graph.indexing.texts import Texts
from hanse.graph.indexing.wording import Column
from hanse.graph.store import Store
from hanse.graph.stores.rows import to_row

# An origin of more claims is not followed: to gather everything again is then no loss.
SMALL: Final = 2000
Kept = Mapping[str, Column]
Marks = dict[str, tuple[str, list[str] | None]]


def marks_of(store: Store) -> Marks:
    """Return when each origin was written and, of the small ones, what it is about."""
    if not isinstance(store, KeptInRows):
        return {}
    found: Marks = {}
    for origin in store.contents().origins:
        subjects = store.subjects_of(origin.name, most=SMALL)
        found[origin.name] = origin.written, None if subjects is None else sorted(subjects)
    return found


def changed_subjects(before: Marks, now: Marks) -> frozenset[str] | None:
    """Return what may have changed; ``None`` where a large origin is not what it was."""
    changed = [name for name in {*before, *now} if before.get(name) != now.get(name)]
    parts = [side[name][1] for name in changed for side in (before, now) if name in side]
    if any(part is None for part in parts):
        return None
    return frozenset(subject for part in parts if part is not None for subject in part)


def renewed(
    kept: Kept, texts: tuple[str, ...], store: Store, subjects: frozenset[str], day: str | None
) -> Gathered | None:
    """Return what is known now, taking all but ``subjects`` from columns of an older version.

    ``None`` where that is not enough.
    """
    loose = texts_of(kept, "loose")
    if any(loose.find(subject) is not None for subject in subjects):
        return None
    anew = Gathering(day=day, trust=store.contents().settings.trust)
    by_subject: dict[str, list[tuple[str | float | None, ...]]] = {}
    for claim in store.claims(of=subjects):
        by_subject.setdefault(claim.subject, []).append(to_row(claim))
    for subject in sorted(by_subject):
        anew.take(subject, by_subject[subject])
    if anew.same:
        return None
    facts = joined(without(facts_of(kept, texts), subjects), anew.facts())
    ends = sorted({*loose, *loose_ends(facts)})
    return Gathered(facts=facts, sources=None, loose=ends, judged=())


def texts_of(kept: Kept, name: str) -> Texts:
    """Return the texts that two columns hold."""
    letters, ends = kept[f"{name}.letters"], kept[f"{name}.ends"]
    return Texts(letters, ends)  # type: ignore[arg-type]  # bytes, and places of ends


def facts_of(kept: Kept, texts: tuple[str, ...]) -> Facts:
    """Return columns of an index as the facts that they were made of."""
    ids = list(texts_of(kept, "ids"))
    relations = [n.removeprefix("out.").removesuffix(".heads") for n in kept if _is_tie(n)]
    ties = {relation: ties_of(kept, f"out.{relation}") for relation in relations}
    sure = ties_of(kept, "sure")

    def column(name: str) -> Numbers:
        return kept[name].astype(np.int32)

    return Facts(
        ids=ids,
        words=list(texts),
        described=Described(
            things=np.arange(len(ids), dtype=np.int32),
            kinds=column("kinds"),
            countries=column("countries"),
            schemes=column("schemes"),
            labels=list(texts_of(kept, "labels")),
        ),
        ties={relation: (one.ends, one.others) for relation, one in ties.items()},
        sure=(sure.ends, sure.others),
        choices=(
            column("choices.things"), column("choices.contexts"), column("choices.markets"),
        ),
        counted=Counted(
            things=column("counts.things"),
            units=column("counts.units"),
            lows=kept["counts.lows"].astype(np.float64),
            highs=kept["counts.highs"].astype(np.float64),
            marks=column("counts.marks"),
        ),
        flags=(column("flags.things"), column("flags.names"), column("flags.states")),
        names=(list(texts_of(kept, "names")), column("names.things")),
    )  # fmt: skip


def _is_tie(name: str) -> bool:
    return name.startswith("out.") and name.endswith(".heads")
