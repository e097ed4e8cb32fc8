"""Stable ids and comparable names, built in one place."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def slug(text: str, *, longest: int = 60) -> str:
    """Return an id made of a name: lower case, no accents, parts joined by hyphens.

    The same name always gives the same id. A name without any Latin letter or digit gives
    its code points, so that no two of them fall together.

    >>> slug("Košice IT Valley"), slug("TO Health!")
    ('kosice-it-valley', 'to-health')
    """
    plain = _NOT_WORD.sub("-", fold(text)).strip("-")
    if not plain:
        plain = "-".join(f"u{ord(char):x}" for char in text.strip()) or "unnamed"
    return plain[:longest].rstrip("-")


def fold(text: str) -> str:
    """Return ``text`` as names are compared: case and accents aside, spaces made single.

    >>> fold("  Elastopôle ") == fold("ELASTOPOLE")
    True
    >>> fold("Straße")
    'strasse'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(letters.translate(_SPECIAL).split())


# Letters that no decomposition takes apart; the last is the Turkish i without a dot.
_SPECIAL = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "\u0131": "i"}
)


def key(text: str) -> str:
    """Return ``text`` as names are looked up: folded, and punctuation aside.

    A name made of punctuation alone keeps it, so that it stays a name.

    >>> key("TOHealth!") == key("To-Health"), key("TO Health!")
    (False, 'to health')
    """
    folded = fold(text)
    words = " ".join(re.sub(r"[^\w]+", " ", folded).split())
    return words or folded


def category_id(scheme: str, label: str) -> str:
    """Return the id of a category; the scheme is part of it, for schemes are never merged.

    >>> category_id("technology_field", "Optics")
    'technology_field:optics'
    """
    return f"{scheme}:{slug(label, longest=120)}"
