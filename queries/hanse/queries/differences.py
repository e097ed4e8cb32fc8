"""Where our answers and the outcome of a search differ, each with the reasons on both sides."""

from collections.abc import Sequence

from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.cluster_differences import Difference, by_cluster
from hanse.queries.question_differences import by_evaluation, by_quota, by_reach, by_screening
from hanse.queries.reach import Reach
from hanse.queries.replay_answers import Answers


def differences(
    graph: PartnershipGraph, said: Answers, outcome: Sequence[str], reached: Reach
) -> tuple[Difference, ...]:
    """Return the differences: by cluster, by quota, then by question.

    ``reached`` is how far the alliance reaches with the chosen, on the same day.
    """
    return (
        *by_cluster(graph, said, outcome),
        *by_quota(graph, said, outcome),
        *by_screening(graph, said, outcome),
        *by_evaluation(graph, said, outcome),
        *by_reach(said, reached),
    )
