import pytest

from hanse.viz import standing_tables

ALONE = {
    "id": "x", "partnerships": [], "articulation": False, "brokered_pairs": 0,
    "constraint": None, "effective_size": None, "betweenness": None,
}  # fmt: skip


def test_a_measure_that_is_none_reads_not_connected(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = {"total": 0, "through": {}, "apart": 0}
    document: dict[str, object] = {
        "access_points": [], "positions": [ALONE], "dependent_pairs": pairs, "not_connected": ["x"],
    }  # fmt: skip
    standing_tables.bridges(document, str)

    assert "not connected" in capsys.readouterr().out
