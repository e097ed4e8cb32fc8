"""What contradicts itself in screening rules whose every single key is in order."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from hanse.graph.errors import BadInput
from hanse.graph.schema import schema
from hanse.ingest.countries import read_country
from hanse.ingest.faults import Fault, nearest, repeated

if TYPE_CHECKING:
    from hanse.ingest.rules_written import FieldAsWritten, RuleAsWritten, RulesAsWritten
    from hanse.ingest.toml_places import Path

# What a kind of rule needs, and what it takes beside that.
NEEDS: Final[dict[str, tuple[str, ...]]] = {
    "field": ("fields",),
    "category": ("categories",),
    "count": ("unit", "at_least"),
}
TAKES: Final[dict[str, tuple[str, ...]]] = {
    "field": ("need",),
    "market": ("markets", "need"),
    "country": ("countries", "in_eu"),
    "membership": ("partnerships", "labels"),
}
# Kinds that need one of the keys that they take.
NEEDS_ONE: Final = ("country", "membership")
KEYS: Final = (
    "fields",
    "categories",
    "need",
    "unit",
    "at_least",
    "markets",
    "countries",
    "in_eu",
    "partnerships",
    "labels",
)


def faults(rules: "RulesAsWritten") -> Iterator[Fault]:
    """Yield everything in rules that does not fit together."""
    for part in ("fields", "filters", "rules"):
        yield from _ids(part, [one.id for one in getattr(rules, part)])
    for place, field in enumerate(rules.fields):
        yield from _of_field(("fields", place), field)
    fields = [field.id for field in rules.fields]
    for place, rule in enumerate(rules.rules):
        yield from _of_keys(("rules", place), rule)
        yield from _of_names(("rules", place), rule, fields)
    yield from _of_quotas(rules, fields)
    if not (rules.rules or rules.quotas):
        what = "nothing is asked for: there is neither a rule nor a quota"
        yield Fault(path=("id",), what=what, remedy="add [[rules]] or [[quotas]]")


def _ids(part: str, ids: Sequence[str]) -> Iterator[Fault]:
    singular = part.removesuffix("s")
    for place, first in repeated(ids):
        what = f"{ids[place]!r} is already the id of {singular} {first + 1}"
        remedy = f"give every {singular} an id of its own"
        yield Fault(path=(part, place, "id"), what=what, remedy=remedy)


def _of_field(path: "Path", field: "FieldAsWritten") -> Iterator[Fault]:
    if not (field.categories or field.schemes):
        remedy = 'add: categories = [{ scheme = "technology_field", label = "Optics" }]'
        yield Fault(path=path, what=f"nothing counts as {field.id!r}", remedy=remedy)
    for later, first in repeated([category.id for category in field.categories]):
        what = f"{field.categories[later].label!r} counts already"
        remedy = f"keep one of the two, entry {first + 1} or entry {later + 1}"
        yield Fault(path=(*path, "categories", later), what=what, remedy=remedy)


def _of_keys(path: "Path", rule: "RuleAsWritten") -> Iterator[Fault]:
    written = [key for key in KEYS if getattr(rule, key) is not None]
    needs, takes = NEEDS.get(rule.kind, ()), TAKES.get(rule.kind, ())
    for key in needs:
        if key not in written:
            what = f"{key!r} is missing from a rule of kind {rule.kind!r}"
            yield Fault(path=path, what=what, remedy=f"add: {key} = ...")
    for key in written:
        if key not in (*needs, *takes):
            what = f"{key!r} says nothing in a rule of kind {rule.kind!r}"
            yield Fault(path=(*path, key), what=what, remedy="leave it out, or change the kind")
    if rule.kind in NEEDS_ONE and not any(getattr(rule, key) for key in takes):
        what = f"a rule of kind {rule.kind!r} needs {' or '.join(map(repr, takes))}"
        yield Fault(path=path, what=what, remedy=f"add: {takes[0]} = [...]")


def _of_names(path: "Path", rule: "RuleAsWritten", fields: Sequence[str]) -> Iterator[Fault]:
    for place, name in enumerate(rule.fields or ()):
        if name not in fields:
            what = f"no field has the id {name!r}"
            yield Fault(path=(*path, "fields", place), what=what, remedy=nearest(name, fields))
    if rule.unit is not None and not _is_counted(rule.unit):
        what = f"nothing is counted in {rule.unit!r}"
        remedy = nearest(rule.unit, schema().units)
        yield Fault(path=(*path, "unit"), what=what, remedy=remedy)
    for place, name in enumerate(rule.countries or ()):
        try:
            read_country(name)
        except BadInput as fault:
            yield Fault(path=(*path, "countries", place), what=fault.what, remedy=fault.hint)


def _is_counted(unit: str) -> bool:
    known = schema().attributes.get(unit)
    return known is not None and known.value_type == "quantity"


def _of_quotas(rules: "RulesAsWritten", fields: Sequence[str]) -> Iterator[Fault]:
    for place, quota in enumerate(rules.quotas):
        if quota.field not in fields:
            what = f"no field has the id {quota.field!r}"
            remedy = nearest(quota.field, fields)
            yield Fault(path=("quotas", place, "field"), what=what, remedy=remedy)
    for place, first in repeated([quota.field for quota in rules.quotas]):
        what = f"{rules.quotas[place].field!r} has a quota already"
        remedy = f"add the seats to quota {first + 1}"
        yield Fault(path=("quotas", place, "field"), what=what, remedy=remedy)
