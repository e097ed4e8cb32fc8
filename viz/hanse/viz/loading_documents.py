"""What a check or a load found, as a document and as text."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final, cast

from hanse.graph.errors import BadInput
from hanse.graph.store import PutAside
from hanse.ingest.findings import Remark
from hanse.ingest.loading import Checked, FileRead, Loaded
from hanse.viz.documents import Document
from hanse.viz.fault_sheet import fault_workbook
from hanse.viz.handing_on import write_whole
from hanse.viz.projects import version
from hanse.viz.tables import console, put, rows, say, table
from hanse.viz.words import numbered

MOST_TOLD: Final = 50  # faults listed in a terminal; the document and faults.xlsx have them all


def check_document(answer: Checked) -> Document:
    """Return what a check found; nothing was loaded and no project was touched."""
    return {
        "project": None,
        "as_of": None,
        "version": version(),
        **_found(answer.files, answer.taken, answer.faults, answer.remarks),
        "unchanged": 0,
        "changed_project": False,
    }


def load_document(answer: Loaded, *, project: str) -> Document:
    """Return what a load did; a refused one has changed nothing."""
    return {
        "project": project,
        "as_of": None,
        "version": version(),
        **_found(answer.files, answer.taken, answer.faults, answer.remarks),
        "unchanged": answer.unchanged,
        "changed_project": answer.has_changed,
    }


def refused_document(fault: BadInput, *, project: str | None) -> Document:
    """Return what is told of a file that is refused whole: nothing of it was taken."""
    return {
        "project": project,
        "as_of": None,
        "version": version(),
        **_found((), {}, [_as_fault(fault)], ()),
        "unchanged": 0,
        "changed_project": False,
    }


def _as_fault(fault: BadInput) -> PutAside:
    file, line, number = fault.where.partition(", line ")
    row = int(number.partition(",")[0]) if line else None
    return PutAside(file=file, row=row, reason=fault.what, remedy=fault.hint)


def _found(
    files: Sequence[FileRead],
    taken: Mapping[str, int],
    faults: Sequence[PutAside],
    remarks: Sequence[Remark],
) -> Document:
    return {
        "files": [{"file": f.file, "format": f.format, "rows": f.rows} for f in files],
        "loaded": dict(taken),
        "put_aside": [_fault(fault) for fault in faults],
        "remarks": [asdict(remark) for remark in remarks],
    }


def _fault(fault: PutAside) -> Document:
    return {
        "file": fault.file,
        "sheet": fault.sheet,
        "row": fault.row,
        "column": fault.column,
        "value": fault.value,
        "reason": fault.reason,
        "remedy": fault.remedy,
    }


def tell_remarks(remarks: Iterable[Remark]) -> None:
    """Say on standard error how cells were understood."""
    for remark in remarks:
        sys.stderr.write(f"{remark}\n")


def write_faults(answer: Checked | Loaded, file: Path) -> None:
    """Write the user's cells with the faulty ones marked, when there are any."""
    if answer.faults:
        write_whole(file, fault_workbook(answer.grids, answer.faults))


def found(document: Document) -> None:
    """Print what was found: the files, what they hold, and every fault with its place."""
    for file in rows(document, "files"):
        size = "" if file["format"] == "toml" else f", {numbered(cast('int', file['rows']), 'row')}"
        say(f"{file['file']}: {file['format']}{size}")
    loaded = document["loaded"]
    if isinstance(loaded, dict) and loaded:
        say("  " + ", ".join(_kinds(kind, number) for kind, number in loaded.items()))
    unchanged = cast("int", document.get("unchanged", 0))
    if unchanged and not document.get("changed_project"):
        say(f"nothing has changed: {numbered(unchanged, 'statement')} stood there already")
    faults = rows(document, "put_aside")
    if faults:
        say("")
        _faults(faults)


def _kinds(kind: str, number: int) -> str:
    """Return how many of a kind there are; some kinds are named in the plural already."""
    if kind == "rules":
        return f"{number} {kind}"  # one set of rules is rules
    noun = kind.replace("_", " ").removesuffix("s")
    if noun.endswith("y") and number != 1:
        return f"{number:,} {noun.removesuffix('y')}ies"
    return numbered(number, noun)


def _faults(faults: Sequence[Document]) -> None:
    made = table("file", "sheet", "row", "column", "value", "reason", "remedy", right=("row",))
    for fault in faults[:MOST_TOLD]:
        put(made, *(fault[name] for name in
                    ("file", "sheet", "row", "column", "value", "reason", "remedy")))  # fmt: skip
    console().print(made)
    more = len(faults) - MOST_TOLD
    say(
        "", numbered(len(faults), "fault") + (f", {more} more than shown" if more > 0 else "") + "."
    )
