"""One pass over the claims of a project, by subject: what holds on a day, in columns.

Nothing is made of a claim but numbers; rules are those of :mod:`hanse.graph.fold`, which a
test holds against this on random claims. Where statements compete the rules themselves are
asked, through the claims they are about.
"""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hanse.graph.dates import first_day, holds_on, last_day
from hanse.graph.fold import PERIODIC_KINDS
from hanse.graph.ids import key
from hanse.graph.indexing import facts
from hanse.graph.indexing.counting import Count, count_of_one, count_of_several
from hanse.graph.indexing.facts import Counted, Described, Facts, numbers
from hanse.graph.merging import JUDGEMENTS
from hanse.graph.schema import schema
from hanse.graph.stores.rows import COLUMNS, Cell, from_row

if TYPE_CHECKING:
    from hanse.graph.claims import Claim

Row = tuple[Cell, ...]
PREDICATE: Final = COLUMNS.index("predicate")
TYPE: Final = COLUMNS.index("type")
VALUE: Final = COLUMNS.index("value")
AS_OF: Final = COLUMNS.index("as_of")
SINCE: Final = COLUMNS.index("since")
UNTIL: Final = COLUMNS.index("until")
CONTEXT: Final = COLUMNS.index("context")
STATUS: Final = COLUMNS.index("status")
NONE: Final = -1
# Attributes of which is kept that something is stated, and not what.
ONLY_STATED: Final = ("rating",)
Said = dict[Cell, list[Row]]
Pair = tuple["array[int]", "array[int]"]


class Gathering:
    """Columns that grow subject by subject.

    Parameters
    ----------
    day
        What holds on this day is gathered; ``None`` is all days together.
    trust
        Source ids, most trusted first, for counts that disagree.
    """

    def __init__(self, *, day: str | None, trust: Sequence[str] = ()) -> None:
        self._day, self._trust = day, trust
        self._last_day = None if day is None else last_day(day)
        self.codes: dict[str, int] = {}
        self.words: dict[str, int] = {}
        self.absent: list[str] = []
        self.not_described: list[str] = []
        self.same: list[Claim] = []
        self._things, self._kinds = array("i"), array("i")
        self._countries, self._schemes = array("i"), array("i")
        self._labels: list[str] = []
        relations = (name for name in schema().relations if name != "same_as")
        self._ties: dict[Cell, Pair] = {name: (array("i"), array("i")) for name in relations}
        self._sure = (array("i"), array("i"))
        self._choices = (array("i"), array("i"), array("i"))
        self._counted = (array("i"), array("i"), array("d"), array("d"), array("i"))
        self._flags = (array("i"), array("i"), array("i"))
        self._names: list[str] = []
        self._named = array("i")
        attributes = schema().attributes.items()
        self._flag_names = frozenset(n for n, a in attributes if a.value_type == "flag")
        self._holds = lru_cache(maxsize=65536)(self._does_hold)

    def take(self, subject: str, rows: Sequence[Row]) -> None:
        """Take everything that is said of one subject."""
        thing = self.codes.setdefault(subject, len(self.codes))
        said: Said = {}
        for row in rows:
            if row[STATUS] != "conjecture":
                self._take_row(thing, row, said)
        if "kind" not in said:
            self.not_described.append(subject)
        elif self._is_there(said):
            self._describe(thing, subject, said)
        else:
            self.absent.append(subject)

    def _take_row(self, thing: int, row: Row, said: Said) -> None:
        predicate, as_of = row[PREDICATE], row[AS_OF]
        if predicate in JUDGEMENTS:  # on whatever day it was judged
            self.same.append(from_row(row))
        if as_of is not None and not self._is_known(str(as_of)):
            return
        if predicate in self._ties:
            if self._holds(row[SINCE], row[UNTIL]):
                self._tie(thing, row, self._ties[predicate])
        elif predicate != "same_as":
            said.setdefault(predicate, []).append(row)

    def _is_known(self, as_of: str) -> bool:
        return self._last_day is None or first_day(as_of) <= self._last_day

    def _does_hold(self, since: str | None, until: str | None) -> bool:
        return holds_on(self._day, since=since, until=until)

    def _is_there(self, said: Said) -> bool:
        if self._day is None or min(map(text_of, said["kind"])) not in PERIODIC_KINDS:
            return True
        sinces, untils = (list(map(text_of, said.get(end, ()))) for end in ("since", "until"))
        since = min(sinces, key=first_day) if sinces else None
        until = max(untils, key=last_day) if untils else None
        return holds_on(self._day, since=since, until=until)

    def _tie(self, thing: int, row: Row, tie: Pair) -> None:
        other = str(row[VALUE]) if row[TYPE] == "t" else text_of(row)
        end = self.codes.setdefault(other, len(self.codes))
        tie[0].append(thing)
        tie[1].append(end)
        if row[PREDICATE] == "targets":
            self._target(thing, end, row[CONTEXT])

    def _target(self, thing: int, market: int, context: Cell) -> None:
        if context is None:
            self._sure[0].append(thing)
            self._sure[1].append(market)
        else:
            subjects, contexts, markets = self._choices
            subjects.append(thing)
            contexts.append(self._word(str(context)))
            markets.append(market)

    def _describe(self, thing: int, subject: str, said: Said) -> None:
        names = sorted(map(text_of, said.pop("name", ())))
        self._things.append(thing)
        self._kinds.append(self._word(min(map(text_of, said.pop("kind")))))
        self._countries.append(self._first(said.pop("country", None)))
        self._schemes.append(self._first(said.pop("scheme", None)))
        self._labels.append(names[0] if names else subject)
        aliases = map(text_of, said.pop("alias", ()))
        for known in dict.fromkeys(map(key, (subject, *names, *aliases))):
            self._names.append(known)
            self._named.append(thing)
        for predicate, rows in said.items():
            if predicate in self._flag_names:
                self._flag(thing, str(predicate), {_flag_of(row) for row in rows})
            elif predicate in ONLY_STATED:
                self._flag(thing, str(predicate), {True})
            else:
                self._count(thing, str(predicate), rows)

    def _first(self, rows: Sequence[Row] | None) -> int:
        return self._word(min(map(text_of, rows))) if rows else NONE

    def _word(self, text: str) -> int:
        return self.words.setdefault(text, len(self.words))

    def _flag(self, thing: int, flag: str, values: set[object]) -> None:
        things, flags, states = self._flags
        things.append(thing)
        flags.append(self._word(flag))
        states.append(facts.BOTH if len(values) > 1 else int(values == {True}))

    def _count(self, thing: int, predicate: str, rows: Sequence[Row]) -> None:
        count = count_of_one(rows[0]) if len(rows) == 1 else _of_several(rows, self._trust)
        if count is None:
            return
        things, units, lows, highs, marks = self._counted
        things.append(thing)
        units.append(self._word(predicate))
        lows.append(count[0])
        highs.append(count[1])
        marks.append(count[2])

    def facts(self) -> Facts:
        """Return what was gathered."""
        things, units, lows, highs, marks = self._counted
        return Facts(
            ids=list(self.codes),
            words=list(self.words),
            described=Described(
                things=numbers(self._things),
                kinds=numbers(self._kinds),
                countries=numbers(self._countries),
                schemes=numbers(self._schemes),
                labels=self._labels,
            ),
            ties={str(r): (numbers(a), numbers(b)) for r, (a, b) in self._ties.items() if a},
            sure=(numbers(self._sure[0]), numbers(self._sure[1])),
            choices=tuple(map(numbers, self._choices)),  # type: ignore[arg-type]  # three
            counted=Counted(
                things=numbers(things),
                units=numbers(units),
                lows=facts.reals(lows),
                highs=facts.reals(highs),
                marks=numbers(marks),
            ),
            flags=tuple(map(numbers, self._flags)),  # type: ignore[arg-type]  # three
            names=(self._names, numbers(self._named)),
        )


def text_of(row: Row) -> str:
    """Return the value of a row as text, the way a claim gives it."""
    if row[TYPE] == "t":
        return str(row[VALUE])
    return str(from_row(row).value)


def _flag_of(row: Row) -> object:
    return bool(row[VALUE]) if row[TYPE] == "b" else from_row(row).value


def _of_several(rows: Sequence[Row], trust: Sequence[str]) -> Count | None:
    if all(row[TYPE] != "q" for row in rows):
        return None
    return count_of_several([from_row(row) for row in rows], trust)
