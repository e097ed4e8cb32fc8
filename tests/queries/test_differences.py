"""Differences come by cluster, by quota, then by question, each once."""

from tests.queries.replay_example import ASKED, after, before, outcome

from hanse.queries.replay import replay


def test_clusters_come_first_then_quotas_then_questions() -> None:
    said = outcome("clinic", "laser")
    told = replay(before(said), after(said), ASKED)
    ids = [one.id for one in told.differences]

    assert ids == ["clinic", "hospital", "light", "screening", "evaluation", "reach"]


def test_where_the_outcome_is_ours_no_cluster_is_told() -> None:
    said = outcome("hospital", "laser")
    told = replay(before(said), after(said), ASKED)

    assert not {"hospital", "laser", "reach"} & {one.id for one in told.differences}
