from pathlib import Path

import pytest

from hanse.graph.errors import BadInput, UnknownName
from hanse.ingest.cases import SHIPPED
from hanse.viz.projects import make, open_store


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_shipped_project_opens_by_its_name(name: str) -> None:
    store = open_store(name)

    assert store.address == name
    assert sum(store.claims_by_source().values()) > 1000


def test_a_name_that_is_no_project_is_told_from_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="no project is called 'laser'"):
        open_store("laser")
    with pytest.raises(BadInput, match="no such project"):
        open_store(str(tmp_path / "laser.hanse"))


def test_a_project_made_from_a_shipped_one_holds_the_same_claims(tmp_path: Path) -> None:
    file = tmp_path / "mine.hanse"

    make(file, "laser-go")

    assert list(open_store(str(file)).claims()) == list(open_store("laser-go").claims())
