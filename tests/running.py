"""Run the command line in this process, as a user's shell would see it."""

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

from hanse.viz.cli import app


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command printed, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """Return what ``--json`` printed."""
        answer: dict[str, Any] = json.loads(self.out)
        return answer


def hanse(*arguments: str) -> Ran:
    """Run ``hanse`` with these arguments."""
    out, err = io.StringIO(), io.StringIO()
    before, sys.argv = sys.argv, ["hanse", *arguments]
    status = 0
    try:
        with redirect_stdout(out), redirect_stderr(err):
            app(prog_name="hanse")
    except SystemExit as stop:
        status = int(stop.code or 0)
    finally:
        sys.argv = before
    return Ran(status=status, out=out.getvalue(), err=err.getvalue())
