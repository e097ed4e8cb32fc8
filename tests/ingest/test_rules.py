"""Screening rules that people write: what is taken, and how mistakes are refused."""

import pytest

from hanse.graph.errors import BadDefinition
from hanse.graph.rules import (
    CountRule,
    CountryRule,
    FieldRule,
    ListingRule,
    MarketRule,
    MembershipRule,
    NewRegionRule,
    Rules,
)
from hanse.ingest.rules import read_rules

HEAD = 'id = "light"\nlabel = "Light"\n'
PHOTONICS = """
[[fields]]
id = "photonics"
label = "photonics"
categories = [{ scheme = "technology_field", label = "Optics" }]
"""
QUOTA = '\n[[quotas]]\nfield = "photonics"\nseats = 1\n'


def rules(text: str) -> Rules:
    return read_rules(text, where="light.toml")


def rule(kind: str, *lines: str) -> str:
    return "\n".join((HEAD, PHOTONICS, "[[rules]]", 'id = "one"', f'kind = "{kind}"', *lines))


def refusal(text: str) -> BadDefinition:
    with pytest.raises(BadDefinition) as refused:
        rules(text)
    return refused.value


@pytest.mark.parametrize(
    ("kind", "line", "record", "sentence"),
    [
        ("field", 'fields = ["photonics"]', FieldRule, "Comes from photonics."),
        ("category", 'categories = [{ scheme = "s3_priority", label = "Photonics" }]', FieldRule,
         "Is classified as Photonics."),
        ("count", 'unit = "active_members"\nat_least = 30', CountRule,
         "At least 30 members active in the field."),
        ("market", 'markets = ["north-america", "southeast-asia"]', MarketRule,
         "Is interested in north-america and southeast-asia."),
        ("market", 'markets = ["canada", "japan"]\nneed = "any"', MarketRule,
         "Is interested in canada or japan."),
        ("market", "", MarketRule, "Is interested in the alliance's target markets."),
        ("country", 'countries = ["France", "AT"]', CountryRule, "Sits in AT or FR."),
        ("country", "in_eu = true", CountryRule,
         "Sits in a Member State of the European Union."),
        ("new_region", "", NewRegionRule, "Brings a region where no member sits."),
        ("membership", 'labels = ["ESCP-4i"]', MembershipRule,
         "Is a member of a partnership of ESCP-4i."),
        ("listed", "", ListingRule, "Is listed on the ECCP."),
    ],
)  # fmt: skip
def test_each_kind_of_rule_has_a_record_and_a_sentence_of_its_own(
    kind: str, line: str, record: type, sentence: str
) -> None:
    read = rules(rule(kind, line)).rules[0]

    assert type(read) is record
    assert read.text == sentence


def test_a_text_of_its_own_takes_the_place_of_the_sentence() -> None:
    text = rule("listed", 'text = "Stands in the directory."', "preference = true")

    assert rules(text).rules[0].text == "Stands in the directory."
    assert rules(text).rules[0].is_preference


def test_a_quota_carries_its_field_with_the_ids_of_its_categories() -> None:
    quota = rules(HEAD + PHOTONICS + QUOTA).quotas[0]

    assert quota.seats == 1
    assert quota.field.categories == {"technology_field:optics"}
    assert quota.field.labels == {"technology_field:optics": "Optics"}


def test_what_a_call_asks_of_all_together_is_kept() -> None:
    call = "\n[call]\nentities = 5\ncountries = 4\ninvite_one_each = true\n"
    read = rules(HEAD + PHOTONICS + QUOTA + call)

    assert (read.least_entities, read.least_countries, read.invite_one_each) == (5, 4, True)


def test_countries_are_read_by_name_and_kept_by_code() -> None:
    read = rules(rule("country", 'countries = ["Austria", "EL"]')).rules[0]

    assert isinstance(read, CountryRule)
    assert read.countries == {"AT", "GR"}


TWICE = PHOTONICS.replace(
    '"Optics" }', '"Optics" },\n  { scheme = "technology_field", label = "optics" }'
)


@pytest.mark.parametrize(
    ("text", "at", "what", "hint"),
    [
        (HEAD, 'id = "light"', "nothing is asked for", "[[quotas]]"),
        (rule("fields"), 'kind = "fields"', "'kind' cannot be 'fields'", "'field'"),
        (rule("field", 'fields = ["photonic"]'), "fields = [", "no field has", "'photonics'"),
        (rule("field"), "[[rules]]", "'fields' is missing", "add: fields"),
        (rule("count", 'unit = "active_member"', "at_least = 30"), "unit", "nothing is counted",
         "'active_members'"),
        (rule("count", 'unit = "members"'), "[[rules]]", "'at_least' is missing", "at_least"),
        (rule("count", 'unit = "members"', "at_least = -1"), "at_least", "must not be less than 0",
         "limit"),
        (rule("listed", 'unit = "members"'), "unit", "says nothing in a rule of kind 'listed'",
         "leave it out"),
        (rule("country"), "[[rules]]", "needs 'countries' or 'in_eu'", "countries"),
        (rule("country", 'countries = ["Frankreichh"]'), "countries", "no country is called",
         "France"),
        (rule("membership"), "[[rules]]", "needs 'partnerships' or 'labels'", "partnerships"),
        (rule("market", "markets = []"), "markets", "at least 1", "add"),
        (rule("market", 'market = ["canada"]'), "market =", "'market' is not known", "'markets'"),
        (HEAD + PHOTONICS + QUOTA + QUOTA, 'field = "photonics"', "a quota already", "quota 1"),
        (HEAD + PHOTONICS + PHOTONICS + QUOTA, 'id = "photonics"', "the id of field 1", "own"),
        (HEAD + PHOTONICS + QUOTA.replace("photonics", "laser"), 'field = "laser"', "no field has",
         "known here"),
        (HEAD + PHOTONICS + QUOTA.replace("1", "0"), "seats", "must not be less than 1", "limit"),
        (HEAD + TWICE + QUOTA, '"optics"', "counts already", "entry 1 or entry 2"),
        (HEAD + PHOTONICS.replace("categories", "note = '' #") + QUOTA, "note", "readable text",
         "words"),
        (HEAD + '[[fields]]\nid = "light"\nlabel = "light"\n' + QUOTA, "[[fields]]",
         "nothing counts as 'light'", "categories"),
    ],
)  # fmt: skip
def test_a_mistake_is_refused_with_file_line_and_remedy(
    text: str, at: str, what: str, hint: str
) -> None:
    error = refusal(text)
    line = max(number for number, row in enumerate(text.splitlines(), start=1) if at in row)

    assert error.where == f"light.toml, line {line}"
    assert what in error.what
    assert hint in error.hint
