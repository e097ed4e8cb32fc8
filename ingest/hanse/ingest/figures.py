"""Understand figures as people write them: ``871``, ``about 250``, ``200+``, ``more than 300``.

A figure that is not understood is refused, never guessed: no digits of other scripts, no
underscores, no NaN, no infinity.
"""

import re
from typing import Final, cast

from hanse.graph.errors import BadInput
from hanse.graph.quantities import Qualifier, Quantity

_SPACES: Final = "\u00a0\u202f"


def _number_pattern(mark: str) -> str:
    """Return the pattern of a number: groups of three parted by one mark, then decimals."""
    grouped = rf"[0-9]{{1,3}}(?P<{mark}>[ ,.'{_SPACES}])[0-9]{{3}}(?:(?P={mark})[0-9]{{3}})*"
    return rf"(?:{grouped}(?:(?!(?P={mark}))[.,][0-9]{{1,2}})?|[0-9]+(?:[.,][0-9]{{1,2}})?)"


_WORDS: Final = {
    "at_least": ("at least", "from", "minimum", "min.", "min", "≥", ">=", "au moins",
                 "mindestens", "al menos", "almeno", "ab"),
    "at_most": ("at most", "up to", "no more than", "maximum", "max.", "max", "≤", "<=",
                "jusqu'à", "au plus", "höchstens", "bis zu", "hasta", "fino a"),
    "about": ("about", "around", "some", "circa", "ca.", "ca", "approximately", "approx.", "nearly",
              "roughly", "~", "≈", "c.", "environ", "env.", "etwa", "rund", "ungefähr", "zirka",
              "aproximadamente", "aprox.", "alrededor de", "unos", "cerca de", "circa"),
    "more": ("more than", "over", "above", ">", "plus de", "mehr als", "über", "más de", "mas de",
             "più di", "piu di", "oltre"),
    "fewer": ("fewer than", "less than", "under", "below", "<", "moins de", "weniger als", "unter",
              "menos de", "meno di"),
}  # fmt: skip
_LONGEST_FIRST: Final = sorted(
    ((word, name) for name, words in _WORDS.items() for word in words),
    key=lambda pair: -len(pair[0]),
)
_MEANING: Final = {"more": ("at_least", True), "fewer": ("at_most", True)}
_PLAIN: Final = re.compile(rf"(?P<number>{_number_pattern('mark')})(?P<plus>\s*\+)?")
_RANGE: Final = re.compile(
    rf"(?P<low>{_number_pattern('first')})\s*(?:-|\u2013|to|à|bis|a)\s*"
    rf"(?P<high>{_number_pattern('second')})"
)
_DECIMAL: Final = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
MOST_DIGITS: Final = 15  # beyond, neighbouring numbers fall together


def read_quantity(text: str, *, unit: str, where: str = "") -> Quantity:
    """Return the figure that ``text`` states, in ``unit``.

    A dot or comma before exactly three digits parts thousands, one before one or two digits
    parts decimals.

    Raises
    ------
    BadInput
        When the figure is not understood, with the forms that are.

    Examples
    --------
    >>> str(read_quantity("more than 1,600", unit="companies"))
    'more than 1,600'
    >>> read_quantity("200+", unit="smes").qualifier
    'at_least'
    >>> read_quantity("100-150", unit="members").interval
    Interval(low=100, high=150)
    """
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return Quantity(value=int(text), unit=unit)
    words, rest = _qualifier(" ".join(text.split()))
    span, plain = _RANGE.fullmatch(rest), _PLAIN.fullmatch(rest)
    is_short = len(re.sub(r"\D", "", rest)) <= MOST_DIGITS
    if span and words == "exactly" and is_short:
        low, high = _number(span["low"]), _number(span["high"])
        if low <= high:
            return Quantity(value=low, upper=high, unit=unit, qualifier="between")
    if plain and not (plain["plus"] and words != "exactly") and is_short:
        return _plain(_number(plain["number"]), words, plain["plus"] is not None, unit)
    raise BadInput(
        f"{text!r} is not a figure that is understood",
        where=where,
        hint="write 871, about 250, 200+, at least 30, more than 300, at most 50 or 100-150",
    )


def read_number(text: str, *, where: str = "") -> float:
    """Return a plain number, which may lie below zero; a comma parts decimals as a dot does.

    Raises
    ------
    BadInput
        When it is none.

    Examples
    --------
    >>> read_number("48.857"), read_number("-2,5"), read_number("7")
    (48.857, -2.5, 7)
    """
    if not _DECIMAL.fullmatch(text) or len(text) > MOST_DIGITS + 2:
        raise BadInput(f"{text!r} is not a number", where=where, hint="write digits: 12 or 48.9")
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number


def _plain(value: float, words: str, has_plus: bool, unit: str) -> Quantity:
    qualifier, strict = _MEANING.get(words, (words, False))
    if has_plus:
        qualifier = "at_least"
    return Quantity(value=value, unit=unit, qualifier=cast("Qualifier", qualifier), strict=strict)


def _qualifier(text: str) -> tuple[str, str]:
    lowered = text.casefold()
    for word, name in _LONGEST_FIRST:
        if lowered.startswith(word) and not lowered[len(word) : len(word) + 1].isalpha():
            return name, text[len(word) :].strip()
    return "exactly", text


def _number(text: str) -> float:
    """Return the number; a mark before exactly three digits parts thousands."""
    digits = re.sub(rf"[ ,.'{_SPACES}](?=[0-9]{{3}}(?:\D|$))", "", text)
    number = float(digits.replace(",", "."))
    return int(number) if number.is_integer() else number
