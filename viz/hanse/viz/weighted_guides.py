"""A guide with other weights: a copy of its text in which nothing else changes."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput
from hanse.ingest.definition_reading import understand_guide
from hanse.viz.handing_on import write_whole

_WEIGHT: Final = re.compile(r"(\bweight\s*=\s*)[-+0-9._eE]+")
CLOSE: Final = 1e-6  # of a percent point


def with_weights(text: str, weights: Mapping[str, float], *, where: str) -> str:
    """Return the text of a guide with these weights, percent by criterion, and its own id.

    Ratings by the guide stay its ratings: they go by the id of the guide.

    Raises
    ------
    BadInput
        When the weights do not stand on lines of their own in the text.
    """
    read = understand_guide(text, where=where)
    lines = text.split("\n")
    for place, criterion in enumerate(read.definition.criteria if read.definition else ()):
        at = read.line(("criteria", place, "weight")) - 1
        lines[at] = _WEIGHT.sub(rf"\g<1>{weights[criterion.id]:.10g}", lines[at], count=1)
    made = "\n".join(lines)
    found = understand_guide(made, where=where).definition
    stated = {c.id: 100 * c.weight for c in found.criteria} if found else {}
    if any(abs(stated.get(name, 0.0) - weight) > CLOSE for name, weight in weights.items()):
        hint = "write each criterion as a table of its own, [[criteria]], its weight on a line"
        raise BadInput("the weights cannot be written into this guide", where=where, hint=hint)
    return made


def write_weighted(text: str, weights: object, file: Path, *, where: str) -> None:
    """Write the guide with these weights to a file that is not there yet.

    Raises
    ------
    BadInput
        When the answers give no weights yet, or the file is no TOML file or there already.
    """
    if not isinstance(weights, dict):
        hint = "answer the questions that are left: --answer A:B=NUMBER"
        raise BadInput("the answers do not give all weights yet", where=str(file), hint=hint)
    if file.suffix != ".toml" or file.exists():
        hint = "name a file that is not there yet: NAME.toml"
        raise BadInput("a guide is not written there", where=str(file), hint=hint)
    write_whole(file, with_weights(text, weights, where=where).encode())
