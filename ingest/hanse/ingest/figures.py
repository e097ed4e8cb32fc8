"""Understand figures as people write them: ``871``, ``about 250``, ``200+``, ``more than 300``.

A figure that is not understood is refused, never guessed: no digits of other scripts, no
underscores, no NaN, no infinity.
"""

import re
from typing import Final, cast

from hanse.graph.errors import BadInput
from hanse.graph.quantities import Qualifier, Quantity

_NUMBER: Final = r"(?:[0-9]{1,3}(?:[ ,.'\u00a0\u202f][0-9]{3})+|[0-9]+)(?:[.,][0-9]{1,2})?"
_WORDS: Final = {
    "at_least": ("at least", "from", "minimum", "min.", "min", "≥", ">="),
    "at_most": ("at most", "up to", "no more than", "maximum", "max.", "max", "≤", "<="),
    "about": ("about", "around", "some", "circa", "ca.", "ca", "approximately", "approx.",
              "nearly", "roughly", "~", "≈"),
    "more": ("more than", "over", "above", ">"),
    "fewer": ("fewer than", "less than", "under", "below", "<"),
}  # fmt: skip
_MEANING: Final = {"more": ("at_least", True), "fewer": ("at_most", True)}
_PLAIN: Final = re.compile(rf"(?P<number>{_NUMBER})(?P<plus>\s*\+)?")
_RANGE: Final = re.compile(rf"(?P<low>{_NUMBER})\s*(?:-|\u2013|to)\s*(?P<high>{_NUMBER})")


def read_quantity(text: str, *, unit: str, where: str = "") -> Quantity:
    """Return the figure that ``text`` states, in ``unit``.

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
    words, rest = _qualifier(" ".join(text.split()))
    span = _RANGE.fullmatch(rest)
    if span and words == "exactly":
        low, high = _number(span["low"]), _number(span["high"])
        if low <= high:
            return Quantity(value=low, upper=high, unit=unit, qualifier="between")
    plain = _PLAIN.fullmatch(rest)
    if plain and not span:
        return _plain(_number(plain["number"]), words, plain["plus"] is not None, unit)
    raise BadInput(
        f"{text!r} is not a figure that is understood",
        where=where,
        hint="write 871, about 250, 200+, at least 30, more than 300, at most 50 or 100-150",
    )


def _plain(value: float, words: str, has_plus: bool, unit: str) -> Quantity:
    qualifier, strict = _MEANING.get(words, (words, False))
    if has_plus and qualifier == "exactly":
        qualifier = "at_least"
    return Quantity(value=value, unit=unit, qualifier=cast("Qualifier", qualifier), strict=strict)


def _qualifier(text: str) -> tuple[str, str]:
    lowered = text.casefold()
    starts = [(word, name) for name, words in _WORDS.items() for word in words]
    for word, name in sorted(starts, key=lambda pair: -len(pair[0])):
        if lowered.startswith(word) and not lowered[len(word) : len(word) + 1].isalpha():
            return name, text[len(word) :].strip()
    return "exactly", text


def _number(text: str) -> float:
    """Return the number; a dot or comma before exactly three digits parts thousands."""
    digits = re.sub(r"[ ,.'\u00a0\u202f](?=[0-9]{3}(?:\D|$))", "", text)
    number = float(digits.replace(",", "."))
    return int(number) if number.is_integer() else number
