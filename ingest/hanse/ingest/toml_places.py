"""Where each key of a TOML text stands, so that a message can name the line.

The standard reader of TOML tells no lines once it has read. :func:`nesting` takes any text,
also one that is no TOML, and is asked first; :func:`places` follows a text that the standard
reader has taken.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

Path = tuple[str | int, ...]

# A quoted text that is left open ends with its line, or with the file: reading stays linear.
_TOKEN: Final = re.compile(
    r"""
      (?P<text>  \"{3} (?: [^\\] | \\. )*? (?: \"{3,5} | \Z )
               | '{3} .*? (?: '{3,5} | \Z )
               | " (?: [^"\\\n] | \\[^\n] )* "?
               | ' [^'\n]* '?
      )
    | (?P<comment> \#[^\n]* )
    | (?P<line> \n )
    | (?P<mark> [\[\]{}=,.] )
    | (?P<word> [^\s"'\#\[\]{}=,.]+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENS: Final = {"[": 1, "{": 1, "]": -1, "}": -1}
_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_ESCAPED: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a quoted text, a mark or the end of a line, and the line it stands on."""

    kind: str
    text: str
    line: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the words and marks of a TOML text; comments and spaces are left out."""
    line = 1
    for match in _TOKEN.finditer(text):
        kind, found = str(match.lastgroup), match[0]
        if kind != "comment":
            yield Token(kind=kind, text=found, line=line)
        line += found.count("\n")


def nesting(text: str, *, most: int) -> tuple[int, int]:
    """Return how deep lists, tables and dotted keys lie in each other, and on which line.

    Counting stops at the first place that is deeper than ``most``.

    >>> nesting("a = [[1], [2]]", most=9)
    (2, 1)
    """
    deepest, where, brackets, dots = 0, 1, 0, 0
    for token in tokens(text):
        brackets = max(0, brackets + _OPENS.get(token.text, 0))
        if token.kind in ("mark", "line"):
            dots = dots + 1 if token.text == "." else 0
        if brackets + dots > deepest:
            deepest, where = brackets + dots, token.line
        if deepest > most:
            break
    return deepest, where


def places(text: str) -> dict[Path, int]:
    r"""Return the line on which each table, key and item of a list begins.

    ``text`` is TOML that the standard reader has taken.

    >>> found = places('id = "a"\n[[stages]]\nid = "b"\nfeeds = [{ label = "c" }]')
    >>> found["stages", 0, "id"], found["stages", 0, "feeds", 0, "label"]
    (3, 4)
    """
    walk = _Walk(rest=[*tokens(text)][::-1])
    walk.document()
    return walk.lines


@dataclass(slots=True)
class _Walk:
    """Follow the tokens, the next one last, and note where each path begins."""

    rest: list[Token]
    lines: dict[Path, int] = field(default_factory=dict)
    lists: Counter[Path] = field(default_factory=Counter)

    def next_is(self, *marks: str) -> bool:
        return bool(self.rest) and self.rest[-1].text in marks

    def skip_lines(self) -> None:
        while self.next_is("\n"):
            self.rest.pop()

    def note(self, path: Path) -> Path:
        if self.rest:
            self.lines.setdefault(path, self.rest[-1].line)
        return path

    def document(self) -> None:
        table: Path = ()
        while self.rest:
            if self.next_is("\n"):
                self.rest.pop()
            elif self.next_is("["):
                table = self.header()
            else:
                self.entry(table)

    def header(self) -> Path:
        """Return the path of the table that a header opens."""
        row = self.row()
        is_list = [token.text for token in row[:2]] == ["[", "["]
        names = [token for token in row if token.kind != "mark"]
        path: Path = ()
        for place, token in enumerate(names, start=1):
            path = (*path, _plain(token.text))
            self.lines.setdefault(path, token.line)
            self.lists[path] += is_list and place == len(names)
            if self.lists[path]:
                path = (*path, self.lists[path] - 1)
                self.lines.setdefault(path, token.line)
        return path

    def row(self) -> list[Token]:
        row = []
        while self.rest and not self.next_is("\n"):
            row.append(self.rest.pop())
        return row

    def entry(self, table: Path) -> None:
        path = table
        while self.rest and not self.next_is("="):
            if not self.next_is("."):
                path = self.note((*path, _plain(self.rest[-1].text)))
            self.rest.pop()
        if self.rest:
            self.rest.pop()
            self.value(path)

    def value(self, path: Path) -> None:
        self.note(path)
        opening = self.rest.pop().text if self.rest else ""
        if opening == "[":
            self.items(path)
        elif opening == "{":
            self.entries(path)
        else:
            while self.rest and not self.next_is(",", "]", "}", "\n"):
                self.rest.pop()

    def items(self, path: Path) -> None:
        index = 0
        while self.is_open("]"):
            self.value((*path, index))
            index += 1

    def entries(self, path: Path) -> None:
        while self.is_open("}"):
            self.entry(path)

    def is_open(self, closing: str) -> bool:
        """Say whether another part follows; take the comma or the closing mark before it."""
        self.skip_lines()
        if self.next_is(","):
            self.rest.pop()
            self.skip_lines()
        if self.next_is(closing):
            self.rest.pop()
            return False
        return bool(self.rest)


def _plain(text: str) -> str:
    """Return a key without its quotes and escapes."""
    if text[0] not in "\"'":
        return text
    inner = text[1:-1]
    return inner if text[0] == "'" else _ESCAPE.sub(_escaped, inner)


def _escaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(match[3], match[3])
