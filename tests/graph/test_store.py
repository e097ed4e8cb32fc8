"""The port says little: what travels through it, and what a write did."""

import inspect
from dataclasses import fields

import pytest

from hanse.graph.model import Settings
from hanse.graph.store import Changes, Contents, Intake, Store
from hanse.graph.stores.sqlite import SqliteStore


@pytest.mark.parametrize(
    ("changes", "has_changed"),
    [
        (Changes(), False),
        (Changes(unchanged=984), False),
        (Changes(added=1), True),
        (Changes(removed=1), True),
        (Changes(unchanged=1, differs_otherwise=True), True),
    ],
)
def test_a_write_changed_the_project_when_anything_differs(
    changes: Changes, *, has_changed: bool
) -> None:
    assert changes.has_changed is has_changed


def test_an_intake_needs_no_more_than_who_brings_it() -> None:
    intake = Intake(origin="nobody.csv")

    assert tuple(intake.claims) == ()
    assert intake.settings is None


def test_a_new_project_has_settings_that_say_nothing() -> None:
    assert Contents().settings == Settings()
    assert all(getattr(Settings(), field.name) in ("", None, ()) for field in fields(Settings))


def test_the_default_store_fills_the_port() -> None:
    store: Store = SqliteStore.in_memory([], address="test")
    port = [name for name in vars(Store) if not name.startswith("_")]

    assert [name for name in port if not hasattr(store, name)] == []
    for name in ("contents", "claims", "claims_by_source", "write", "close"):
        asked = inspect.signature(getattr(Store, name)).parameters
        assert inspect.signature(getattr(SqliteStore, name)).parameters.keys() == asked.keys()
    store.close()
