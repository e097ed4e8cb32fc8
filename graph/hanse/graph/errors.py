"""Every error this package raises on purpose, and what each one says.

+ HanseError                   catch this one to catch them all (exit status 1)
  + UserMistake                exit status 2: the reader can mend it
    - UnknownName              nothing has this id or name
    - ImpossibleDate           a date that no calendar holds
    - BadInput                 a file, row or cell that cannot be taken as it is
      - BadClaim               a statement without a source, or with a value that is none
    - BadDefinition            a guide, a chain or rules that contradict themselves
    - DamagedProject           a project file that is not one, or no longer one
    - NewerProject             a project written by a later Hanse
    - ReadOnlyProject          a shipped project cannot be changed
    - ProjectInUse             another program is writing to the project
  + MissingExtra               exit status 3: something is not installed
    - MissingPackage           a package that Hanse can use and does not bring
  + ServiceUnavailable         exit status 4: a service does not answer
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import ClassVar, Final

_LISTED: Final = 8  # names that are listed whole
_OFFERED: Final = 3  # names that are offered in place of an unknown one
_SHORTEST_PART: Final = 3  # letters: any name holds a shorter part


class HanseError(Exception):
    """Say what is wrong, where, and what to do about it."""

    exit_status: ClassVar[int] = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(what)

    def __str__(self) -> str:
        """Return the whole message, as a terminal or a page shows it."""
        where = f"{self.where}: " if self.where else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{where}{self.what}{hint}"


class UserMistake(HanseError):
    """The input is at fault, and the reader can mend it."""

    exit_status = 2


class UnknownName(UserMistake):
    """Nothing of the wanted kind has this id or name; the nearest are offered."""

    def __init__(self, name: str, *, kind: str, known: Iterable[str], list_with: str = "") -> None:
        self.name, self.kind = name, kind
        names = sorted(set(known))
        near = _nearest(name, names)
        listing = f"list them with: {list_with}" if list_with else _few(names)
        super().__init__(
            f"no {kind} {'are' if kind == 'rules' else 'is'} called {name!r}",
            hint=f"did you mean {' or '.join(near)}?" if near else listing,
        )


def _few(names: list[str]) -> str:
    """Return all names if a line holds them; of more, only how one may be given."""
    if 0 < len(names) <= _LISTED:
        return f"known are: {', '.join(names)}" if names[1:] else f"the only one is {names[0]}"
    return "give an id or any known name"


def _nearest(name: str, names: list[str]) -> list[str]:
    """Return names written alike; where there are none, those of which it is a part."""
    by_folded = {known.casefold(): known for known in names}
    wanted = name.casefold().strip()
    near = get_close_matches(wanted, by_folded, n=_OFFERED)
    if not near and len(wanted) >= _SHORTEST_PART:
        near = [known for known in by_folded if wanted in known][:_OFFERED]
    return [by_folded[folded] for folded in near]


class ImpossibleDate(UserMistake):
    """A date that no calendar holds, or that is written in a way not understood."""


class BadInput(UserMistake):
    """A file, a row or a cell that cannot be taken as it is."""


class BadClaim(BadInput, ValueError):
    """A statement that says too little to be one, or whose value is none."""


class BadDefinition(UserMistake):
    """A guide, a chain or rules that contradict themselves."""


class DamagedProject(UserMistake):
    """A project file that is not one, or no longer one; it is left untouched."""


class NewerProject(UserMistake):
    """A project written by a later Hanse; it is left untouched."""


class ReadOnlyProject(UserMistake):
    """A shipped project cannot be changed."""


class ProjectInUse(UserMistake):
    """Another program is writing to the project."""


class MissingExtra(HanseError):
    """A part was asked for whose third-party package is not installed."""

    exit_status = 3

    def __init__(self, extra: str) -> None:
        self.extra = extra
        super().__init__(
            f"the {extra!r} part is not installed", hint=f"pip install 'hanse[{extra}]'"
        )


class MissingPackage(MissingExtra):
    """A package was asked for that Hanse can use and does not bring."""

    def __init__(self, package: str, *, use: str) -> None:
        HanseError.__init__(
            self, f"{use} needs {package}, which is not installed", hint=f"pip install {package}"
        )
        self.extra = package


class ServiceUnavailable(HanseError):
    """A service is configured but does not answer; worth another try."""

    exit_status = 4
