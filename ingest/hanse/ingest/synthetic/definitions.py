"""The value chain and the guide that come with an invented project."""

from importlib.resources import files
from typing import Final

from hanse.graph.store import Definition
from hanse.ingest.synthetic.world import label

CHAIN: Final = "synthetic-chain"
GUIDE: Final = "synthetic-guide"
STAGES: Final = (
    "Research", "Components", "Systems", "Trials", "Production", "Market entry",
)  # fmt: skip
# How relevant the n-th category of a scheme that feeds a stage is.
RELEVANCE: Final = {
    "technology_field": (1.0, 1.0, 0.7, 0.7, 0.5, 0.5),
    "s3_priority": (1.0, 0.7),
    "sectoral_industry": (0.5, 0.3),
    "emerging_industry": (0.3,),
}


def definitions() -> tuple[Definition, ...]:
    """Return the chain of six stages and the guide, as people would write them."""
    guide = (files("hanse.ingest.synthetic") / "guide.toml").read_text(encoding="utf-8")
    return (
        Definition(kind="chain", id=CHAIN, text=chain_text()),
        Definition(kind="guide", id=GUIDE, text=guide),
    )


def chain_text() -> str:
    """Return the chain: each stage is fed by categories of its own in every scheme."""
    stages = [_stage_text(place, name) for place, name in enumerate(STAGES)]
    head = [
        f'id = "{CHAIN}"',
        'label = "Synthetic value chain"',
        'note = "Invented, as is everything in this project."',
        "provider_worths = [0.7, 0.3]",
    ]
    return "\n".join([*head, *stages, ""])


def _stage_text(place: int, name: str) -> str:
    lines = ["", "[[stages]]", f'id = "stage-{place + 1}"', f'label = "{name}"', "categories = ["]
    for scheme, relevances in RELEVANCE.items():
        first = place * len(relevances)
        for number, relevance in enumerate(relevances):
            feed = f'scheme = "{scheme}", label = "{label(scheme, first + number)}"'
            lines.append(f"  {{ {feed}, relevance = {relevance} }},")
    return "\n".join([*lines, "]"])
