"""Let ``python -m hanse`` do what the ``hanse`` command does."""

from hanse.viz.cli import app

app(prog_name="hanse")
