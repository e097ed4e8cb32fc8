"""Read several files of RDF at once: what they bring, and every fault of all of them."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from hanse.graph.errors import BadInput
from hanse.graph.rdf.parsing import FaultyLiterals
from hanse.graph.store import Intake, PutAside
from hanse.ingest.findings import Remark
from hanse.ingest.loaded import FileRead
from hanse.ingest.rdf import RdfFile, partly, read_rdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphs:
    """What files of RDF bring, in the order they were named.

    ``faults`` are of all of them; ``remarks`` say how they were understood.
    """

    found: tuple[RdfFile, ...] = ()
    files: tuple[FileRead, ...] = ()
    faults: tuple[PutAside, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def intakes(self) -> list[Intake]:
        """Return what can be read of each file."""
        return [partly(file) for file in self.found]

    @property
    def taken(self) -> dict[str, int]:
        """Return how many claims and definitions there are, by kind."""
        counts: Counter[str] = Counter()
        for file in self.found:
            counts["claims"] += len(tuple(file.intake.claims))
            counts.update(definition.kind for definition in file.intake.definitions)
        return dict(counts)


def read_graphs(
    paths: Sequence[Path], *, origin: str | None = None, known: Collection[str] | None = None
) -> Graphs:
    """Return what files of RDF bring; a file that is refused does not hide the others.

    ``origin`` and ``known`` are as for :func:`hanse.ingest.rdf.read_rdf`.
    """
    found: list[RdfFile] = []
    files: list[FileRead] = []
    faults: list[PutAside] = []
    remarks: list[Remark] = []
    for place, path in enumerate(paths):
        try:
            if origin is None and path.name in [other.name for other in paths[:place]]:
                hint = "load them one by one, each with an --origin of its own"
                raise BadInput("another file of this name is loaded with it", hint=hint)
            file = read_rdf(path, origin=origin, known=known)
        except BadInput as fault:
            faults.extend(_faults(fault, path.name))
            files.append(FileRead(file=path.name, format=path.suffix[1:].casefold(), rows=0))
        else:
            found.append(file)
            faults.extend(file.faults)
            remarks.extend(Remark(file=path.name, text=note) for note in file.notes)
            files.append(FileRead(file=path.name, format=file.format, rows=file.triples))
    return Graphs(
        found=tuple(found), files=tuple(files), faults=tuple(faults), remarks=tuple(remarks)
    )


def _faults(fault: BadInput, file: str) -> list[PutAside]:
    """Return the faults for which a file is refused whole: most often the first is the only one."""
    if isinstance(fault, FaultyLiterals):
        return [
            PutAside(file=file, row=line, reason=what, remedy=fault.remedy)
            for line, what in fault.found
        ]
    _, _, number = fault.where.partition(", line ")
    row = int(number) if number.isdecimal() else None
    return [PutAside(file=file, row=row, reason=fault.what, remedy=fault.hint)]
