"""Take a question about sizes apart into pieces that no statement ties to each other.

Pieces are small where the whole is not; their answers are put together by the caller.
"""

from collections.abc import Sequence

from hanse.queries.statements import Question, Statement

Part = tuple[Question, frozenset[str]]


def parts_of(question: Question, statements: Sequence[Statement]) -> list[Part]:
    """Return the parts of a question, each with the ids of the statements that concern it.

    Where some sets are not to count, all that is asked for is one part, for these may hide
    any of the others; with places, sets that may share are. Sizes of parts can then be added
    (with places) or lie within each other (without). Sets that no statement ties to what is
    asked for are left out: wherever they lie, they do not bear on it.

    >>> from hanse.graph.quantities import Interval
    >>> sizes = [Statement(id=s, sets=frozenset(s), size=Interval(9, 9)) for s in "abc"]
    >>> both = Statement(id="both", sets=frozenset("ab"), size=Interval(10, 10))
    >>> parts = parts_of(Question(inside=frozenset("abc")), [*sizes, both])
    >>> [sorted(names) for _, names in parts]
    [['a', 'b', 'both'], ['c']]
    """
    asked = question.inside | question.outside
    ties = [statement.sets for statement in statements if not statement.is_of_one]
    concerned = frozenset[str]().union(*_tied(asked, ties))
    ties = [sets for sets in ties if sets <= concerned]
    if question.places is not None:
        ties += _sharing(question, concerned)
    elif question.outside:
        ties.append(asked)
    parts, by_set = [], _by_set(statements)
    for tied in _tied(asked, ties):
        here = Question(
            inside=question.inside & tied, outside=question.outside & tied, places=question.places
        )
        parts.append((here, frozenset(said.id for name in tied for said in by_set.get(name, ()))))
    return parts


def _by_set(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Return statements by one of their sets; with this one they belong to a part, or not."""
    found: dict[str, list[Statement]] = {}
    for said in statements:
        found.setdefault(next(iter(said.sets), ""), []).append(said)
    return found


def _sharing(question: Question, names: frozenset[str]) -> list[frozenset[str]]:
    """Return ties between sets that may share: those of one place; all, if one has no place."""
    places = question.places or {}
    if not all(places.get(name) for name in names):
        return [names]
    by_place: dict[str, set[str]] = {}
    for name in names:
        for place in places[name]:
            by_place.setdefault(place, set()).add(name)
    return [frozenset(members) for members in by_place.values()]


def _tied(asked: frozenset[str], ties: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return the sets that hang together through ties, as far as any of them is asked for."""
    root: dict[str, str] = {}

    def find(name: str) -> str:
        while root.setdefault(name, name) != name:
            root[name] = root[root[name]]
            name = root[name]
        return name

    for tie in ties:
        first, *others = sorted(tie)
        for other in others:
            root[find(other)] = find(first)
    together: dict[str, set[str]] = {}
    for name in sorted(asked | root.keys()):
        together.setdefault(find(name), set()).add(name)
    return [frozenset(names) for names in together.values() if not asked.isdisjoint(names)]
