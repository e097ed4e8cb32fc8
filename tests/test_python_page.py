"""The examples of docs/python.md run as they stand, one after the other."""

import importlib.util
import re
from pathlib import Path

import pytest
from tests.running import hanse

PAGE = (Path(__file__).parent.parent / "docs" / "python.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
HAS_PANDAS = importlib.util.find_spec("pandas") is not None


def test_the_examples_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert hanse("new", "my.hanse", "--from", "laser-go").status == 0
    names: dict[str, object] = {}
    for block in BLOCKS:
        if "to_frame()" in block and not HAS_PANDAS:
            continue
        exec(compile(block, "docs/python.md", "exec"), names)

    printed = capsys.readouterr().out
    assert len(BLOCKS) >= 8
    assert "Biocat (Bioregion of Catalonia) ES" in printed
    assert "biocat" in printed
