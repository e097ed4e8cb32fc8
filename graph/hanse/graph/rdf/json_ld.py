"""JSON-LD looked over before it is parsed: strict JSON, and no context from elsewhere.

A context can change what every key means, and a parser may fetch it, at every level of the
file. So a context is taken only when it is written out as prefixes and IRIs, or is the one
that comes with Hanse; nothing is fetched.
"""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Final

from pyoxigraph import NamedNode

from hanse.graph.errors import BadInput
from hanse.graph.rdf.scanning import place
from hanse.graph.rdf.terms import BASE, PREFIXES

CONTEXT: Final = BASE + "context.jsonld"
_HINT: Final = "write the file without a context (expanded), with prefixes only, or as Turtle"


def checked(text: str, *, where: str) -> str:
    """Return JSON-LD that may be parsed, with the context of Hanse written out.

    Raises
    ------
    BadInput
        When it is no strict JSON, or has a context that is not taken.
    """
    document = _strict(text, where=where)
    if not isinstance(document, (dict, list)):
        raise BadInput("this is not JSON-LD", where=where, hint="write an object or a list")
    at = place(text, max(0, text.find('"@context"')), where)
    contexts = [_check(context, where=at) for context in _contexts(document)]
    return json.dumps(_written_out(document)) if any(contexts) else text


def _strict(text: str, *, where: str) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except json.JSONDecodeError as fault:
        place = f"{where}, line {fault.lineno}, column {fault.colno}"
        raise BadInput(f"this is not JSON: {fault.msg}", where=place, hint=_SAVE) from None
    except (ValueError, RecursionError) as fault:
        reason = "it is nested too deeply" if isinstance(fault, RecursionError) else str(fault)
        raise BadInput(f"this is not JSON: {reason}", where=where, hint=_SAVE) from None


_SAVE: Final = "save it anew with the program that made it"


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice[:60]!r} stands twice in one object")
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError(f"{digits[:40]} is not a number")
    return number


def _contexts(document: object) -> Iterator[object]:
    """Yield every context of a document, at any depth."""
    if isinstance(document, dict):
        for key, value in document.items():
            if key == "@context":
                yield from value if isinstance(value, list) else (value,)
            else:
                yield from _contexts(value)
    elif isinstance(document, list):
        for item in document:
            yield from _contexts(item)


def _check(context: object, *, where: str) -> bool:
    """Refuse a context that is not taken; say whether it is the one that comes with Hanse."""
    if context == CONTEXT:
        return True
    elsewhere = context.get("@import") if isinstance(context, dict) else context
    if isinstance(elsewhere, str):
        shown = elsewhere
        raise BadInput(f"the context {shown[:80]!r} is not fetched", where=where, hint=_HINT)
    if not isinstance(context, dict):
        raise BadInput("a context is not an object", where=where, hint=_HINT)
    for name, meaning in context.items():
        if not (isinstance(meaning, str) and _is_name(name) and _is_iri(meaning)):
            what = f"the context gives {str(name)[:40]!r} a meaning that is not a plain IRI"
            raise BadInput(what, where=where, hint=_HINT)
    return False


def _is_name(name: str) -> bool:
    return bool(name) and not name.startswith("@") and ":" not in name


def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _written_out(document: object) -> object:
    if isinstance(document, dict):
        return {key: _written_out(value) for key, value in document.items()}
    if document == CONTEXT:
        return PREFIXES
    return [_written_out(item) for item in document] if isinstance(document, list) else document
