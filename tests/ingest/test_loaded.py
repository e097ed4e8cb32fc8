"""What was found decides whether it can be loaded."""

from hanse.graph.store import PutAside
from hanse.ingest.loaded import Checked


def test_a_check_is_good_without_faults() -> None:
    fault = PutAside(file="a.csv", reason="empty", remedy="fill it in")
    good = Checked(files=(), taken={}, faults=(), remarks=())

    assert good.is_good
    assert not Checked(files=(), taken={}, faults=(fault,), remarks=()).is_good
