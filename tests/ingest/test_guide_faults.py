from hanse.ingest.definitions import read_definition
from hanse.ingest.guide_faults import faults, sum_faults
from hanse.ingest.guides import GuideAsWritten

TEXT = """
id = "small"
label = "Small"
groups = { size = "Size" }
scales = { strength = { kind = "likert", maximum = 5 } }
[[criteria]]
id = "interest"
question = "Interest?"
group = "will"
weight = 60
scale = "power"
goals = ["growth"]
[[criteria]]
id = "interest"
question = "Interest again?"
group = "size"
weight = 50.5
scale = "strength"
"""


def written() -> GuideAsWritten:
    return read_definition(TEXT, GuideAsWritten, where="small.toml").says


def test_every_contradiction_is_found_in_one_go() -> None:
    assert {fault.path for fault in faults(written())} == {
        ("criteria", 0, "group"),
        ("criteria", 0, "scale"),
        ("criteria", 0, "goals", 0),
        ("criteria", 1, "id"),
    }


def test_the_sum_of_the_weights_is_a_fault_of_its_own() -> None:
    (fault,) = sum_faults(written())

    assert fault.what == "the weights add up to 110.5, not to 100"
    assert fault not in list(faults(written()))
