"""The regions of every part of a reach are told at the level that was asked for."""

from tests.builders import cluster, project, region

from hanse.queries.reach import reach
from hanse.viz.reach_levels import at_levels, told


def test_hops_total_losses_and_gains_are_counted_at_the_level() -> None:
    said = region("Styria", level=2) + region("Lithuania", level=0) + region("Tyrol", level=2)
    for name, place in [("HTS", "Styria"), ("Litek", "Lithuania"), ("Tyr", "Tyrol")]:
        said += cluster(name, regions=[place])
    graph = project(said)
    found = reach(graph, alliance=["hts", "litek"], candidates=["tyr"])

    levels = at_levels(graph, found, "nuts2")

    both = {"level": "nuts2", "regions": ["styria"], "unknown": ["litek"]}
    assert levels["hops"] == levels["total"] == [both]
    assert [one["regions"] for one in levels["marginal"]] == [["styria"], [], ["tyrol"]]
    document: dict[str, object] = {
        "hops": [{"hop": 0}],
        "total": {},
        "marginal": [{}, {}, {}],
        "gains": None,
    }
    shown = told(document, levels)
    assert shown["total"] == {"regions_at_level": both}
    assert shown["hops"] == [{"hop": 0, "regions_at_level": both}]
