"""Shapes and colours, once for the network, the page and every chart.

Any two of the colours of kinds stay apart for the three common kinds of colour blindness, and
each kind has a shape of its own besides. Light marks need a dark outline on white.
"""

from dataclasses import dataclass
from typing import Final, Literal

Shape = Literal["dot", "diamond", "square", "triangle", "hexagon"]

BLUE: Final = "#1f5f9f"
ORANGE: Final = "#D55E00"
GREEN: Final = "#009E73"
GREY: Final = "#9aa3b0"
WINE: Final = "#882255"
AMBER: Final = "#E69F00"

INK: Final = "#16243a"
MUTED: Final = "#566273"
LINK: Final = "#0b5cad"
GOOD: Final = "#0a7a55"
BAD: Final = "#b3261e"
PAPER: Final = "#ffffff"

# Lightest to darkest; any two steps can be told apart.
RAMP: Final = ("#c9d6e8", "#8fb3d9", "#4a8ac6", "#1f5f9f", "#0b3566")
RAMP_OUTLINE: Final = ("#7d93b3", "#5b83b3", "#2f6ba6", "#164a80", "#06213f")
NO_SCORE: Final = "#ffffff"
FADED: Final = "#e6eaf0"
FADED_OUTLINE: Final = "#d8dee7"

# The groups of criteria of an evaluation guide, in their order.
GROUPS: Final = ("#0072B2", "#56B4E9", "#009E73", "#E69F00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How one kind is drawn: a shape, a fill, an outline.

    ``is_first`` says whether the kind is shown before anybody asks for it.
    """

    id: str
    label: str
    shape: Shape
    fill: str
    outline: str
    is_first: bool = False


# In the order of the legend. The five schemes share the square and differ in their fill.
MARKS: Final = (
    Mark(id="cluster", label="Clusters", shape="dot", fill=BLUE, outline=BLUE, is_first=True),
    Mark(
        id="partnership",
        label="Partnerships",
        shape="diamond",
        fill=ORANGE,
        outline="#8f3f00",
        is_first=True,
    ),
    Mark(id="network", label="Networks", shape="diamond", fill="#fbe3d3", outline=ORANGE),
    Mark(
        id="sectoral_industry",
        label="Sectoral industries",
        shape="square",
        fill=GREEN,
        outline="#006b4e",
        is_first=True,
    ),
    Mark(
        id="emerging_industry",
        label="Emerging industries",
        shape="square",
        fill="#b9e6d8",
        outline=GREEN,
        is_first=True,
    ),
    Mark(
        id="technology_field",
        label="Technology fields",
        shape="square",
        fill="#ffffff",
        outline=GREEN,
    ),
    Mark(id="s3_priority", label="S3 priorities", shape="square", fill="#dfeae6", outline=MUTED),
    Mark(id="stated_focus", label="Stated focus", shape="square", fill="#3c4a5c", outline=INK),
    Mark(id="region", label="Regions", shape="triangle", fill=GREY, outline="#5d6775"),
    Mark(id="market", label="Target markets", shape="hexagon", fill=WINE, outline="#561536"),
)


def mark(kind: str) -> Mark:
    """Return how a kind of the legend is drawn.

    Raises
    ------
    KeyError
        When the legend has no such kind.
    """
    return _BY_ID[kind]


_BY_ID: Final = {one.id: one for one in MARKS}
