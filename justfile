# uv stands in the environment that start.py or CONTRIBUTING.md made.
export PATH := justfile_directory() / ".venv/bin" + ":" + env("PATH")

# Show what can be done.
default:
    @just --list

# Everything a change must pass.
check: lint types imports test

lint:
    uv run ruff format --check
    uv run ruff check

types:
    uv run mypy
    uv run pyright

# Who may import whom.
imports:
    uv run lint-imports

# Run the tests; what follows goes to pytest.
test *args:
    uv run python -P -m pytest {{args}}

# Which lines the tests never reach.
coverage *args:
    uv run coverage run -m pytest {{args}}
    uv run coverage report

# Serve the explorer on the shipped case, without opening a browser.
serve *args:
    uv run hanse explore --no-browser {{args}}

# Measure; the results belong in docs, not in assertions: docs/performance.md.
bench *args:
    uv run --group bench python -P -m pytest -m bench {{args}}

# Write the reference pages that are made of the code.
docs:
    uv run python -c "from pathlib import Path; from hanse.graph.reference_page import model_page; Path('docs/model.md').write_text(model_page(), encoding='utf-8')"
    uv run python -c "from pathlib import Path; from hanse.graph.rdf.reference_page import rdf_page; Path('docs/rdf.md').write_text(rdf_page(), encoding='utf-8')"
