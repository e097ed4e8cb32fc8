"""Read screening rules that people write as TOML: fields, filters, rules, quotas, a call's own.

Every rule has an id and a ``kind``, which says what else it takes. A field is a list of
categories, each with its scheme and its label in the standard spelling.
"""

from collections.abc import Mapping
from typing import Final, TypedDict

from hanse.graph.rules import (
    CountRule,
    CountryRule,
    Field,
    FieldRule,
    ListingRule,
    MarketRule,
    MembershipRule,
    NewRegionRule,
    Quota,
    Rules,
    ScreeningRule,
)
from hanse.graph.schema import schema
from hanse.ingest.countries import read_country
from hanse.ingest.definitions import read_definition
from hanse.ingest.rules_faults import faults
from hanse.ingest.rules_written import RuleAsWritten, RulesAsWritten


class _Said(TypedDict):
    """What every rule says, whatever its kind."""

    id: str
    text: str
    is_preference: bool
    locator: str


def read_rules(text: str, *, where: str) -> Rules:
    """Return the rules that ``text`` defines.

    Parameters
    ----------
    text
        TOML, at most 256 KiB.
    where
        Name of the file, for messages.

    Raises
    ------
    BadDefinition
        With file, line and remedy, when anything in it is not known, not within its limits, or
        contradicts the rest.

    Examples
    --------
    >>> rules = read_rules('''
    ... id = "light"
    ... label = "Light"
    ... [[fields]]
    ... id = "photonics"
    ... label = "photonics"
    ... categories = [{ scheme = "technology_field", label = "Optics" }]
    ... [[rules]]
    ... id = "large"
    ... kind = "count"
    ... unit = "members"
    ... at_least = 30
    ... [[quotas]]
    ... field = "photonics"
    ... seats = 1
    ... ''', where="light.toml")
    >>> rules.rules[0].text, rules.quotas[0].field.id
    ('At least 30 members.', 'photonics')
    """
    written = read_definition(text, RulesAsWritten, where=where)
    rules = written.says
    written.refuse(faults(rules))
    fields = {field.id: field.field for field in rules.fields}
    return Rules(
        id=rules.id,
        label=rules.label,
        rules=tuple(_rule(rule, fields) for rule in rules.rules),
        quotas=tuple(
            Quota(field=fields[quota.field], seats=quota.seats, locator=quota.locator or "")
            for quota in rules.quotas
        ),
        filters=tuple(one.filter for one in rules.filters),
        fields=tuple(fields.values()),
        least_entities=rules.call.entities,
        least_countries=rules.call.countries,
        invite_one_each=rules.call.invite_one_each,
        source=rules.source or "",
        note=rules.note or "",
    )


def _rule(rule: RuleAsWritten, fields: Mapping[str, Field]) -> ScreeningRule:
    """Return the record of a rule that has every key its kind needs."""
    said = _said(rule, fields)
    match rule.kind:
        case "field" | "category":
            return FieldRule(**said, fields=_fields_of(rule, fields), need=rule.need or "any")
        case "count":
            return CountRule(**said, unit=rule.unit or "", at_least=rule.at_least or 0)
        case "market":
            return MarketRule(**said, markets=tuple(rule.markets or ()), need=rule.need or "all")
        case "country":
            return CountryRule(**said, countries=_countries(rule), in_eu=bool(rule.in_eu))
        case "new_region":
            return NewRegionRule(**said)
        case "membership":
            partnerships, labels = tuple(rule.partnerships or ()), tuple(rule.labels or ())
            return MembershipRule(**said, partnerships=partnerships, labels=labels)
        case "listed":
            return ListingRule(**said)


def _fields_of(rule: RuleAsWritten, fields: Mapping[str, Field]) -> tuple[Field, ...]:
    """Return the fields that a rule names; categories of its own are a field of their own."""
    if rule.categories is None:
        return tuple(fields[name] for name in rule.fields or ())
    own = Field(
        id=rule.id,
        label=" or ".join(category.label for category in rule.categories),
        categories=frozenset(category.id for category in rule.categories),
        labels={category.id: category.label for category in rule.categories},
    )
    return (own,)


def _countries(rule: RuleAsWritten) -> frozenset[str]:
    return frozenset(read_country(name) for name in rule.countries or ())


# -- rules without a text of their own -----------------------------------------------------

_VERBS: Final = {
    "field": "Comes from",
    "category": "Is classified as",
    "market": "Is interested in",
    "country": "Sits in",
    "membership": "Is a member of",
}


def _said(rule: RuleAsWritten, fields: Mapping[str, Field]) -> _Said:
    return _Said(
        id=rule.id,
        text=rule.text or _sentence(rule, fields),
        is_preference=rule.preference,
        locator=rule.locator or "",
    )


def _sentence(rule: RuleAsWritten, fields: Mapping[str, Field]) -> str:
    if rule.unit is not None:
        return f"At least {rule.at_least:,.10g} {schema().attributes[rule.unit].label}."
    if rule.kind in _VERBS:
        return f"{_VERBS[rule.kind]} {_joined(_named(rule, fields), rule)}."
    if rule.kind == "listed":
        return "Is listed on the ECCP."
    return "Brings a region where no member sits."


def _named(rule: RuleAsWritten, fields: Mapping[str, Field]) -> list[str]:
    """Return everything that a rule names; the keys of other kinds are empty."""
    markets = ["the alliance's target markets"] if rule.kind == "market" else []
    return [
        *(fields[name].label for name in rule.fields or ()),
        *(category.label for category in rule.categories or ()),
        *(rule.markets or markets),
        *sorted(_countries(rule)),
        *(["a Member State of the European Union"] if rule.in_eu else []),
        *(rule.partnerships or ()),
        *(f"a partnership of {label}" for label in rule.labels or ()),
    ]


def _joined(names: list[str], rule: RuleAsWritten) -> str:
    is_all = rule.need == "all" or (rule.need is None and rule.kind == "market")
    last = " and " if is_all else " or "
    return last.join(filter(None, (", ".join(names[:-1]), *names[-1:])))
