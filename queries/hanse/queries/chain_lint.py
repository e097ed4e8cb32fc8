"""What is thin, double or nobody's in a value chain, held against the clusters of a project.

Nothing is mended. The codes:

==================  =============================================================================
unknown-category    the project knows no category of this scheme and label
category-of-nobody  the project knows the category, and no cluster has it
stage-uncovered     no cluster of the project feeds the stage at all
stage-of-one        a single cluster feeds it: everything hangs on that one
single-feed         a stage is fed by one category alone
category-everywhere a category feeds every stage, and so tells no stage from another
twin-stages         two stages are fed by the same categories with the same relevance
equal-relevance     all relevances of the chain are equal, so that they say nothing
zero-weight         a stage without weight: who covers it gains nothing
single-worth        only the first provider of a stage counts; a second one adds nothing
no-source           the chain does not say where it comes from
==================  =============================================================================
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from hanse.graph.ids import category_id
from hanse.graph.model import Feed, Stage, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.queries.lint import Finding
from hanse.queries.reasons import quoted, scheme_name

Fed = Mapping[str, tuple[str, ...]]  # who has each category of the chain, by category id


def lint_chain(chain: ValueChain, *, graph: PartnershipGraph | None = None) -> tuple[Finding, ...]:
    """Return what a reader of ``chain`` should know before it is used.

    Parameters
    ----------
    chain
        Stages and what feeds them.
    graph
        The project it is to be used in; without one the clusters are not looked at.
    """
    found = [*_of_stages(chain), *_of_relevance(chain), *_of_chain(chain)]
    return (*found, *(_of_project(chain, graph) if graph else ()))


def _ids(stage: Stage) -> dict[str, float]:
    return {category_id(feed.scheme, feed.label): feed.relevance for feed in stage.feeds}


def _of_stages(chain: ValueChain) -> Iterator[Finding]:
    for place, stage in enumerate(chain.stages):
        if len(stage.feeds) == 1:
            yield Finding(
                code="single-feed", path=("stages", place, "categories", 0),
                message=f"{stage.label} is fed by {_named(stage.feeds[0])} alone",
                remedy="add neighbouring categories with a lower relevance",
            )  # fmt: skip
        if stage.weight == 0:
            yield Finding(
                code="zero-weight", path=("stages", place, "weight"),
                message=f"{stage.label} has weight 0: who covers it gains nothing",
                remedy="give it a weight, or leave the stage out",
            )  # fmt: skip
        for earlier in chain.stages[:place]:
            if _ids(earlier) == _ids(stage):
                yield Finding(
                    code="twin-stages", path=("stages", place),
                    message=f"{stage.label} and {earlier.label} are fed by the same categories",
                    remedy="make them one stage, or tell them apart by what feeds them",
                )  # fmt: skip


def _of_relevance(chain: ValueChain) -> Iterator[Finding]:
    relevances = {feed.relevance for stage in chain.stages for feed in stage.feeds}
    if len(relevances) == 1 and any(len(stage.feeds) > 1 for stage in chain.stages):
        yield Finding(
            code="equal-relevance", path=("stages", 0, "categories", 0, "relevance"),
            message=f"every category has the relevance {relevances.pop():g}: a specialist counts "
            "no more than a neighbour",
            remedy="grade them, such as 1.0 for the work itself and 0.3 for a broad field",
        )  # fmt: skip
    everywhere = set.intersection(*(set(_ids(stage)) for stage in chain.stages))
    for place, feed in enumerate(chain.stages[0].feeds):
        if category_id(feed.scheme, feed.label) in everywhere:
            yield Finding(
                code="category-everywhere", path=("stages", 0, "categories", place),
                message=f"{_named(feed)} feeds all {len(chain.stages)} stages: who has it covers "
                "the whole chain at once",
                remedy="keep it where it names the work, or lower its relevance elsewhere",
            )  # fmt: skip


def _of_chain(chain: ValueChain) -> Iterator[Finding]:
    if len(chain.provider_worths) == 1:
        yield Finding(
            code="single-worth", path=("provider_worths",),
            message="only the first provider of a stage counts: a thin stage is as good as a "
            "safe one",
            remedy="let a second one count, too: provider_worths = [0.7, 0.3]",
        )  # fmt: skip
    if not chain.source:
        yield Finding(
            code="no-source", path=(), message="the chain does not say where it comes from",
            remedy='name its source: source = "..."; your own is one, too',
        )  # fmt: skip


def _of_project(chain: ValueChain, graph: PartnershipGraph) -> Iterator[Finding]:
    known = set(graph.ids("category"))
    fed = {c: graph.sources_of(c, "classified_as") for s in chain.stages for c in _ids(s)}
    for place, stage in enumerate(chain.stages):
        yield from _of_coverage(place, stage, fed)
        for entry, feed in enumerate(stage.feeds):
            path = ("stages", place, "categories", entry)
            category = category_id(feed.scheme, feed.label)
            if category not in known:
                yield Finding(
                    code="unknown-category", path=(*path, "label"),
                    message=f"the project knows no category {_named(feed)}",
                    remedy=_nearest(feed, graph),
                )  # fmt: skip
            elif not fed[category]:
                yield Finding(
                    code="category-of-nobody", path=(*path, "label"),
                    message=f"no cluster has the category {_named(feed)}",
                    remedy="it does no harm; check its spelling if one should have it",
                )  # fmt: skip


def _of_coverage(place: int, stage: Stage, fed: Fed) -> Iterator[Finding]:
    clusters = {cluster for category in _ids(stage) for cluster in fed[category]}
    if not clusters:
        yield Finding(
            code="stage-uncovered", path=("stages", place),
            message=f"no cluster of the project feeds {stage.label}",
            remedy="check its categories, or load clusters that do this work",
        )  # fmt: skip
    elif len(clusters) == 1:
        yield Finding(
            code="stage-of-one", path=("stages", place),
            message=f"only {clusters.pop()} feeds {stage.label}",
            remedy="widen its categories, or load more clusters that do this work",
        )  # fmt: skip


def _nearest(feed: Feed, graph: PartnershipGraph) -> str:
    """Return the nearest label of the same scheme, or another scheme with the same label."""
    labels = {c: graph.name(c) for c in graph.ids("category")}
    for category, label in labels.items():
        if label.casefold() == feed.label.casefold():
            return f"is it meant as a {scheme_name(category.split(':')[0])}?"
    same = [label for c, label in labels.items() if c.startswith(f"{feed.scheme}:")]
    near = get_close_matches(feed.label, same, n=1)
    if near:
        return f"did you mean {quoted(near[0])}?"
    return "write the label as the project's clusters have it: hanse clusters --json"


def _named(feed: Feed) -> str:
    return f"{quoted(feed.label)} ({scheme_name(feed.scheme)})"
