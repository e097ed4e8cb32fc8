"""Which countries were Member States of the European Union on a day.

Dates are those on which the treaties took effect: the Treaty of Rome (1958), the accession
treaties of 1973 to 2013, and the withdrawal agreement with the United Kingdom, which held
membership until the end of 31 January 2020. Before November 1993 they are those of the
European Communities.
"""

from collections.abc import Iterable
from typing import Final

from hanse.graph.dates import holds_on

_FOUNDERS: Final = "1958-01-01"
# ISO 3166-1 alpha-2 (Greece is GR, not EL; the United Kingdom GB) -> since, until.
EU_MEMBER_STATES: Final[dict[str, tuple[str, str | None]]] = {
    **dict.fromkeys(("BE", "DE", "FR", "IT", "LU", "NL"), (_FOUNDERS, None)),
    **dict.fromkeys(("DK", "IE"), ("1973-01-01", None)),
    "GB": ("1973-01-01", "2020-01-31"),
    "GR": ("1981-01-01", None),
    **dict.fromkeys(("ES", "PT"), ("1986-01-01", None)),
    **dict.fromkeys(("AT", "FI", "SE"), ("1995-01-01", None)),
    **dict.fromkeys(
        ("CY", "CZ", "EE", "HU", "LT", "LV", "MT", "PL", "SI", "SK"), ("2004-05-01", None)
    ),
    **dict.fromkeys(("BG", "RO"), ("2007-01-01", None)),
    "HR": ("2013-07-01", None),
}


def is_member_state(country: str, day: str | None) -> bool:
    """Say whether ``country`` (ISO 3166-1 alpha-2) was a Member State on ``day``.

    A coarse day counts as its last. Without a day, any time of membership counts.

    >>> is_member_state("GB", "2017-04-13"), is_member_state("GB", "2021")
    (True, False)
    """
    if country not in EU_MEMBER_STATES:
        return False
    since, until = EU_MEMBER_STATES[country]
    return holds_on(day, since=since, until=until)


def member_states(countries: Iterable[str], day: str | None) -> tuple[str, ...]:
    """Return those of ``countries`` that were Member States on ``day``, each once, in order.

    >>> member_states(["FR", "CH", "AT", "FR"], "2017-04-13")
    ('AT', 'FR')
    """
    return tuple(sorted({country for country in countries if is_member_state(country, day)}))
