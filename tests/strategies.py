"""Draw claims and what travels with them, as hostile as a file that a stranger sends."""

from datetime import date
from typing import Final, get_args

from hypothesis import strategies as st

from hanse.graph.claims import STATUSES, Claim, Value
from hanse.graph.model import Settings, Source
from hanse.graph.quantities import LARGEST_WHOLE, Qualifier, Quantity
from hanse.graph.store import Definition, PutAside

# Letters that case folding, normal forms, spreadsheets, browsers and databases trip over.
NASTY: Final = (
    "Košice IT Valley",
    "Ile-de-France\u0301",  # a combining accent
    "\u00cele-de-France",  # the same letter as one
    "I\u0307stanbul",
    "Straße",
    "\u202egnp.exe",  # right to left
    "👩\u200d🔬 lab",
    "nul\x00inside",
    "two\nlines\r\nand a\ttab",
    "\ufeffbyte order mark",
    "\u2028line separator",
    "=HYPERLINK(1)",
    "'; DROP TABLE claim; --",
    "`}) DETACH DELETE n //",
    "<img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}",
    "../../outside",
    "a" * 3000,
)
_ANY_LETTER: Final = st.characters(exclude_categories=["Cs"])

texts = st.one_of(st.sampled_from(NASTY), st.text(_ANY_LETTER, min_size=1, max_size=20)).filter(
    str.strip
)
maybe_texts = st.none() | texts
_days = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)
days = st.builds(lambda day, coarse: day[:coarse], _days, st.sampled_from((4, 7, 10)))
maybe_days = st.none() | days

whole_numbers = st.integers(-LARGEST_WHOLE, LARGEST_WHOLE)
numbers = st.one_of(whole_numbers, st.floats(allow_nan=False, allow_infinity=False))
_sizes = st.one_of(st.integers(0, LARGEST_WHOLE), st.floats(0, 1e12))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Draw a number with its unit; both ends of it with ``between``."""
    qualifier: Qualifier = draw(st.sampled_from(get_args(Qualifier)))
    low, high = sorted((draw(_sizes), draw(_sizes)))
    return Quantity(
        value=low,
        unit=draw(texts),
        qualifier=qualifier,
        strict=draw(st.booleans()),
        upper=high if qualifier == "between" else None,
    )


values: st.SearchStrategy[Value] = st.one_of(texts, numbers, st.booleans(), quantities())
predicates = texts.filter(lambda text: text not in ("since", "until"))


def claims(
    *, subjects: st.SearchStrategy[str] = texts, values: st.SearchStrategy[Value] = values
) -> st.SearchStrategy[Claim]:
    """Draw claims in which every part may be hostile and every optional part missing."""
    return st.builds(
        Claim,
        subject=subjects,
        predicate=predicates,
        value=values,
        source=texts,
        locator=texts,
        as_of=maybe_days,
        since=maybe_days,
        until=maybe_days,
        role=maybe_texts,
        context=maybe_texts,
        status=st.sampled_from(STATUSES),
        as_written=maybe_texts,
        note=maybe_texts,
    )


sources = st.builds(
    Source, id=texts, title=texts, publisher=texts, date=maybe_days, url=texts, note=texts
)
definitions = st.builds(
    Definition, kind=st.sampled_from(("chain", "guide", "rules")), id=texts, text=texts
)
rows_put_aside = st.builds(
    PutAside,
    file=texts,
    reason=texts,
    remedy=texts,
    sheet=maybe_texts,
    row=st.none() | st.integers(1, 10**6),
    column=maybe_texts,
    value=maybe_texts,
)
project_settings = st.builds(
    Settings,
    title=texts,
    alliance=maybe_texts,
    chain=maybe_texts,
    guide=maybe_texts,
    rules=maybe_texts,
    as_of=maybe_days,
    pool=maybe_texts,
    trust=st.lists(texts, max_size=3).map(tuple),
    note=texts,
)
