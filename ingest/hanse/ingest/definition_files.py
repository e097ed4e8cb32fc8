"""Take chains, guides, rules and assumptions from TOML files: each whole, or with every fault.

A file says what it is by the beginning of its name, ``chain-light.toml``, or by what it holds:
a chain has stages, a guide criteria.
"""

from importlib.resources.abc import Traversable
from typing import Final

from hanse.graph.errors import BadDefinition, UserMistake
from hanse.graph.store import Definition, PutAside
from hanse.ingest.assumptions import read_assumption
from hanse.ingest.definition_reading import faults_of
from hanse.ingest.findings import Findings, Remark
from hanse.ingest.folder import DEFINITION_KINDS, definition_text
from hanse.ingest.guides import read_guide
from hanse.ingest.toml_text import read_toml

# Keys that only one kind of definition has.
_TELLING: Final = {
    "stages": "chain",
    "criteria": "guide",
    "rules": "rules",
    "quotas": "rules",
    "figures": "assumption",
    "regions_apart": "assumption",
}


def take_definition(file: Traversable, findings: Findings) -> Definition | None:
    """Return the definition in a file; note every fault of one that cannot be taken."""
    try:
        text = definition_text(file)
        kind, named = _kind_and_id(text, file.name)
        faults = faults_of(kind, text, where=file.name)
        if kind == "assumption" and not faults:
            read_assumption(text, where=file.name)  # its figures are read last
    except UserMistake as fault:
        findings.fault(_put_aside(fault, file.name))
        return None
    for one in faults:
        told = PutAside(file=file.name, row=one.line, reason=one.what, remedy=one.remedy)
        findings.fault(told)
    if faults:
        return None
    if kind == "guide":
        _remark_on_weights(text, file.name, findings)
    return Definition(kind=kind, id=named, text=text)


def _kind_and_id(text: str, name: str) -> tuple[str, str]:
    table = read_toml(text, where=name)
    prefix = name.casefold().removesuffix(".toml").split("-")[0]
    told = [kind for key, kind in _TELLING.items() if key in table]
    kind = prefix if prefix in DEFINITION_KINDS else next(iter(told), "")
    if not kind:
        what = "this is neither a chain, a guide, rules nor an assumption"
        hint = "a chain has [[stages]], a guide [[criteria]], rules [[rules]] or [[quotas]]"
        raise BadDefinition(what, where=name, hint=hint)
    return kind, str(table.get("id", ""))


def _put_aside(fault: UserMistake, file: str) -> PutAside:
    _, _, number = fault.where.partition(", line ")
    row = int(number) if number.isdecimal() else None
    return PutAside(file=file, row=row, reason=fault.what, remedy=fault.hint)


def _remark_on_weights(text: str, name: str, findings: Findings) -> None:
    """Say so when a guide is taken whose weights have yet to be found."""
    try:
        read_guide(text, where=name)
    except BadDefinition as fault:
        remark = Remark(file=name, text=f"{fault.what}; 'hanse guide lint' tells more")
        findings.remark(remark)
