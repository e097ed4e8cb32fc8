import pytest

from hanse.viz.loading_documents import MOST_TOLD, found

FAULT = {
    "file": "a.csv", "sheet": "a", "row": 2, "column": "name", "value": "", "reason": "empty",
    "remedy": "fill it in",
}  # fmt: skip


def test_many_faults_are_shown_in_part_and_counted_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    faults = [FAULT] * (MOST_TOLD + 7)
    found({"files": [], "loaded": {}, "put_aside": faults})

    assert f"{MOST_TOLD + 7} faults, 7 more than shown." in capsys.readouterr().out


def test_kinds_stand_in_the_number_that_fits(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = {"cluster": 2, "chain": 1, "claims": 1, "managing_body": 3, "rules": 1}
    found({"files": [], "loaded": kinds, "put_aside": []})

    assert capsys.readouterr().out.strip() == (
        "2 clusters, 1 chain, 1 claim, 3 managing bodies, 1 rules"
    )
