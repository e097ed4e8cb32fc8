"""Countries as people write them: ISO 3166 codes, and names in five languages.

The names in English, French, German, Spanish and Italian are those of pycountry, with its
translations; ``countries.toml`` adds the few that people use and no list of ISO has. Nothing
is guessed: a name that is near to a country's is refused, and the country offered.
"""

import gettext
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hanse.graph.errors import BadInput
from hanse.graph.ids import key

LANGUAGES: Final = ("fr", "de", "es", "it")  # beside English
# Used by the European institutions; ISO 3166 leaves the code to its users.
KOSOVO: Final = "XK"
SHORTEST_NAME: Final = 4  # in which a slip of one letter still leaves something to go by
LONGEST_NAME: Final = 80  # characters


def read_country(text: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of the country that ``text`` names.

    Raises
    ------
    BadInput
        When no country has the name or code, with those it is near to.

    Examples
    --------
    >>> read_country("ES"), read_country("Tchéquie"), read_country("EL")
    ('ES', 'CZ', 'GR')
    """
    stripped = text.strip()
    if stripped in _codes():
        return stripped
    code = _by_name().get(key(stripped))
    if code is None:
        hint = "write the code of ISO 3166 (FR) or the name"
        raise BadInput(f"no country is called {stripped!r}", hint=_near(stripped) or hint)
    return code


def is_country(text: str) -> bool:
    """Say whether ``text`` is a country's code or name.

    >>> is_country("South Korea"), is_country("Catalonia")
    (True, False)
    """
    return text.strip() in _codes() or key(text) in _by_name()


def country_name(code: str) -> str:
    """Return the English name of a country, as short as people use it.

    >>> country_name("KR"), country_name("FR")
    ('South Korea', 'France')
    """
    return _codes()[code]


def country_names() -> Mapping[str, str]:
    """Return the English names by code, in the order of the names."""
    return dict(sorted(_codes().items(), key=lambda pair: key(pair[1])))


@cache
def _codes() -> Mapping[str, str]:
    import pycountry

    names = {c.alpha_2: getattr(c, "common_name", None) or c.name for c in pycountry.countries}
    return names | {KOSOVO: "Kosovo"}


@cache
def _by_name() -> Mapping[str, str]:
    """Return codes by every name, as names are compared; a name of two countries is none's."""
    found: dict[str, set[str]] = {}
    for name, code in (*_listed(), *_added()):
        found.setdefault(key(name), set()).add(code)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}


def _listed() -> Iterator[tuple[str, str]]:
    import pycountry

    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language])
        for language in LANGUAGES
    ]
    for country in pycountry.countries:
        code = str(country.alpha_2)
        yield code, code
        yield str(country.alpha_3), code
        for attribute in ("name", "common_name", "official_name"):
            name = getattr(country, attribute, None)
            for translated in [name, *(t.gettext(name) for t in translations)] if name else ():
                yield from ((form, code) for form in _forms(translated))


def _forms(name: str) -> Iterator[str]:
    """Yield a name, and as people say it where the list puts its first word last."""
    yield name
    if ", " in name:
        last, first = name.split(", ", 1)
        yield f"{first} {last}"


def _added() -> Iterator[tuple[str, str]]:
    text = (files("hanse.ingest") / "countries.toml").read_text(encoding="utf-8")
    for code, names in tomllib.loads(text).items():
        yield from ((name, code) for name in (*names, code))


def _near(text: str) -> str:
    """Return the countries that a slip of one letter leads to, in words; empty without any.

    Looked up, not searched: a table may hold a million names that are none.
    """
    written = key(text[:LONGEST_NAME])
    found = {code for slip in (written, *_slips_of(written)) for code in _by_slip().get(slip, ())}
    names = [f"{country_name(code)} ({code})" for code in sorted(found)]
    return f"did you mean {' or '.join(names)}?" if names else ""


@cache
def _by_slip() -> Mapping[str, tuple[str, ...]]:
    """Return codes by every name and by every name that lacks a letter."""
    found: dict[str, tuple[str, ...]] = {}
    for name, code in _by_name().items():
        for slip in (name, *_slips_of(name)):
            found[slip] = tuple(dict.fromkeys((*found.get(slip, ()), code)))
    return found


def _slips_of(name: str) -> Iterator[str]:
    if len(name) >= SHORTEST_NAME:
        yield from (name[:place] + name[place + 1 :] for place in range(len(name)))
