"""Stable ids and comparable names, built in one place."""

import hashlib
import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def slug(text: str, *, longest: int = 60) -> str:
    """Return an id made of a name: lower case, no accents, parts joined by hyphens.

    The same name always gives the same id. Letters of other scripts give their code points,
    and a name too long ends in a digest of it, so that no two of them fall together.

    >>> slug("Košice IT Valley"), slug("TO Health!")
    ('kosice-it-valley', 'to-health')
    >>> slug("Λ 4i")
    'u3bb-4i'
    """
    plain = _NOT_WORD.sub("-", "".join(map(_latin, fold(text)))).strip("-")
    if not plain:
        plain = "-".join(f"u{ord(char):x}" for char in text.strip()) or "unnamed"
    if len(plain) <= longest:
        return plain
    digest = hashlib.blake2b(plain.encode(), digest_size=4).hexdigest()
    return f"{plain[: longest - len(digest) - 1].rstrip('-')}-{digest}"


def _latin(char: str) -> str:
    return char if char.isascii() or not char.isalnum() else f"-u{ord(char):x}-"


def fold(text: str) -> str:
    """Return ``text`` as names are compared: case and accents aside, spaces made single.

    >>> fold("  Elastopôle ") == fold("ELASTOPOLE")
    True
    >>> fold("Straße")
    'strasse'
    """
    if text.isascii():  # nearly every name, and a million of them are folded for an index
        return " ".join(text.lower().split())
    # twice: a compatibility character may hide capitals, case folding may join what was apart
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(letters.translate(_SPECIAL).split())


# Letters that no decomposition takes apart; the last is the Turkish i without a dot.
_SPECIAL = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
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
