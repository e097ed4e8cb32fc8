"""The figures of a project's evaluation: for the page, and as files."""

from pathlib import Path
from typing import Final

from hanse.graph.errors import BadInput
from hanse.queries.rubric import Evaluation
from hanse.viz.chart_rows import Charted
from hanse.viz.charts import FIGURES, Spec, drawn, figure
from hanse.viz.handing_on import write_whole
from hanse.viz.opening import Opening, opening
from hanse.viz.session import Session

ENDINGS: Final = (".svg", ".pdf", ".png")


def charted(opened: Opening, evaluation: Evaluation | None = None) -> Charted:
    """Return what the charts draw: an evaluation, or the project's own, and what is beside it.

    Raises
    ------
    BadInput
        When the project has no guide of its own, so that nothing was evaluated.
    """
    found = evaluation or opened.evaluation
    if found is None:
        hint = "choose a project with a guide, such as laser-go"
        raise BadInput("nothing was evaluated: the project names no guide", hint=hint)
    ranked = opened.candidates.candidates if opened.candidates else ()
    return Charted(
        evaluation=found,
        names={card.id: opened.session.graph.name(card.id) for card in found.candidates},
        members=opened.alliance.members if opened.alliance else (),
        complementarity={one.id: one.score for one in ranked},
    )


def all_figures(opened: Opening) -> dict[str, Spec]:
    """Return every figure that the project's own answers can fill."""
    if opened.evaluation is None:
        return {}
    drawing = charted(opened)
    return {name: figure(name, drawing) for name in FIGURES if name != "axes" or opened.candidates}


def export_figure(session: Session, file: Path, name: str) -> dict[str, int]:
    """Write a figure as SVG, PDF or PNG, whichever the file's ending says.

    Raises
    ------
    BadInput
        When the ending is of no picture, or the project names no guide.
    UnknownName
        When there is no such figure.
    """
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        hint = "name a file that ends in .svg, .pdf or .png"
        raise BadInput(f"{ending or 'no ending'} is no picture", where=str(file), hint=hint)
    drawing = charted(opening(session))
    write_whole(file, drawn(figure(name, drawing), ending))
    return {"candidates": len(drawing.evaluation.candidates)}
