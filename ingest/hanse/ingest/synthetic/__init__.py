"""An invented project of any size, the same for the same seed, to measure with.

Sizes and distributions follow European lists of cluster organisations: see
:mod:`hanse.ingest.synthetic.world` and :mod:`hanse.ingest.synthetic.organisations`. Everything
in it says that it is synthetic: the source, the title, every name and a flag on every thing.
"""

from collections.abc import Iterator

from hanse.graph.claims import Claim
from hanse.graph.errors import BadInput
from hanse.graph.model import Settings, Source
from hanse.graph.store import Intake
from hanse.ingest.synthetic.definitions import CHAIN, GUIDE, definitions
from hanse.ingest.synthetic.drawing import Draw
from hanse.ingest.synthetic.organisations import Partnerships, clusters, partnership, partnerships
from hanse.ingest.synthetic.world import Author, world

MOST = 10_000_000  # clusters: as many as ids of one length can tell apart


def synthetic(number: int, *, seed: int) -> Intake:
    """Return a project of ``number`` invented clusters; its claims are made as they are read.

    Raises
    ------
    BadInput
        When the number is not from 1 to ten million.
    """
    if not 1 <= number < MOST:
        raise BadInput(f"{number} clusters cannot be invented", hint=f"ask for 1 to {MOST - 1:,}")
    title = f"Synthetic project: {number:,} invented clusters, seed {seed}"
    author = Author(source=f"synthetic-{number}-{seed}")
    note = "Invented at random. No cluster, partnership, region or figure in it is real."
    source = Source(id=author.source, title=title, kind="synthetic", note=note)
    made = Partnerships.of(Draw(seed), number)
    return Intake(
        origin=author.source,
        claims=_claims(author, number, seed, made),
        sources=(source,),
        definitions=definitions(),
        settings=Settings(
            title=title,
            alliance=partnership(made.first_small()),
            chain=CHAIN,
            guide=GUIDE,
            note=note,
        ),
        rows=number,
    )


def _claims(author: Author, number: int, seed: int, made: Partnerships) -> Iterator[Claim]:
    draw = Draw(seed + 1)
    yield from world(author)
    yield from partnerships(author, draw, made)
    yield from clusters(author, draw, made, number)
