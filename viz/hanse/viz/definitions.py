"""Chains, guides, rules and assumptions by what a person types: an id, a label, or a file."""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput, UnknownName, UserMistake
from hanse.graph.ids import key
from hanse.graph.store import Definition
from hanse.ingest.toml_text import LARGEST

NO_DEFINITIONS: Final = (
    ".yaml", ".yml", ".json", ".jsonld", ".xml", ".csv", ".xlsx", ".txt", ".ini",
)  # fmt: skip


def written(kind: str, name: str | None, kept: Sequence[Definition]) -> tuple[str, str]:
    """Return the text of a definition, and where it stands.

    Parameters
    ----------
    kind
        What is wanted: chain, guide, rules or assumption.
    name
        The id or the label of one that the project keeps, or a TOML file.
    kept
        Those that the project keeps.

    Raises
    ------
    BadInput
        When none is named, or a file in another format.
    UnknownName
        When the project keeps none that is called so.
    UserMistake
        When the file cannot be read.
    """
    if name is None:
        hint = f"name one: --{kind} ID or FILE.toml"
        named = f"no {kind} {'are' if kind == 'rules' else 'is'} named"
        raise BadInput(f"{named}, and the project has none of its own", hint=hint)
    if name.endswith(".toml"):
        return _read(Path(name)), name
    texts = {definition.id: definition.text for definition in kept}
    found = id_of(name, kept)
    if found is None:
        raise _no_definition(name, kind, texts)
    return texts[found], f"{kind} {found}"


def id_of(name: str, kept: Sequence[Definition]) -> str | None:
    """Return the id of what is kept under an id or a label, or None; case and accents aside."""
    wanted = key(name)
    if any(definition.id == name for definition in kept):
        return name
    labels = ((definition.id, _label(definition.text)) for definition in kept)
    found = [known for known, label in labels if wanted in (key(known), key(label))]
    return found[0] if len(found) == 1 else None


def _read(path: Path) -> str:
    """Return the text of a file; of one that is too large no more than shows that it is."""
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(LARGEST + 1)
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is not text in UTF-8"
        raise UserMistake(str(reason), where=str(path), hint="name a TOML file") from None


def _label(text: str) -> str:
    """Return the label of a kept definition; an empty one where its text is no TOML."""
    try:
        return str(tomllib.loads(text).get("label", ""))
    except (tomllib.TOMLDecodeError, RecursionError):
        return ""


def _no_definition(name: str, kind: str, kept: Iterable[str]) -> UserMistake:
    """Return why this names no guide, chain or rules: a file in another format, or unknown."""
    ending = Path(name).suffix.casefold()
    if ending not in NO_DEFINITIONS:
        return UnknownName(name, kind=kind, known=kept)
    verb = "rules are" if kind == "rules" else f"a {kind} is"
    what = f"{verb} read from TOML, not from {ending}"
    return BadInput(what, where=name, hint=f"write it as TOML: {Path(name).stem}.toml")
