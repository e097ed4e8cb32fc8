"""All that is wrong with a file of rules is told at once."""

import pytest

from hanse.graph.errors import BadDefinition
from hanse.ingest.rules import read_rules
from hanse.ingest.rules_faults import KEYS, NEEDS, TAKES
from hanse.ingest.rules_written import RuleAsWritten

MANY = """\
id = "many"
label = "Many mistakes"

[[rules]]
id = "one"
kind = "count"
unit = "heads"
at_least = 30

[[rules]]
id = "one"
kind = "new_region"
need = "any"

[[quotas]]
field = "photonics"
seats = 1
"""


def test_every_fault_is_told_with_its_line() -> None:
    with pytest.raises(BadDefinition) as refused:
        read_rules(MANY, where="many.toml")
    said = str(refused.value)

    assert "many.toml, line 7: nothing is counted in 'heads'" in said
    assert "line 11: 'one' is already the id of rule 1" in said
    assert "line 13: 'need' says nothing in a rule of kind 'new_region'" in said
    assert "line 16: no field has the id 'photonics'" in said


def test_the_keys_that_depend_on_the_kind_are_all_looked_at() -> None:
    always = {"id", "kind", "text", "preference", "locator"}

    assert set(KEYS) == set(RuleAsWritten.model_fields) - always
    assert {key for keys in (*NEEDS.values(), *TAKES.values()) for key in keys} == set(KEYS)
