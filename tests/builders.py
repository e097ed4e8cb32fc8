"""Make claims and graphs with everything filled in, so that a test names only what it is about.

A builder of a thing gives the claims that describe it; add the lists up and hand them to
:func:`project`::

    graph = project(cluster("BIOCAT", country="ES") + partnership("LASER-GO", members=["biocat"]))
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hanse.graph.claims import Claim, Status, Value
from hanse.graph.ids import category_id, slug
from hanse.graph.model import Feed, Settings, Source, Stage, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.store import Definition, Intake
from hanse.graph.stores.sqlite import SqliteStore

Labels = Mapping[str, Sequence[str]]  # scheme -> labels
Counts = Mapping[str, float | Quantity]  # unit -> number, or a quantity with its qualifier

NONE: Final[dict[str, float]] = {}
NO_LABELS: Final[dict[str, list[str]]] = {}


def claim(
    subject: str = "biocat",
    predicate: str = "name",
    value: Value = "BIOCAT",
    *,
    source: str = "test",
    locator: str = "p. 1",
    as_of: str | None = None,
    since: str | None = None,
    until: str | None = None,
    role: str | None = None,
    context: str | None = None,
    status: Status = "stated",
    as_written: str | None = None,
    note: str | None = None,
) -> Claim:
    """Make one statement; only what is given differs from the plainest one."""
    return Claim(
        subject=subject,
        predicate=predicate,
        value=value,
        source=source,
        locator=locator,
        as_of=as_of,
        since=since,
        until=until,
        role=role,
        context=context,
        status=status,
        as_written=as_written,
        note=note,
    )


def thing(kind: str, name: str, *, id: str | None = None, **attributes: Value) -> list[Claim]:  # noqa: A002
    """Describe a thing of any kind: kind, name, and attributes by their names."""
    known = id or slug(name)
    said: dict[str, Value] = {"kind": kind, "name": name, **attributes}
    return [claim(known, predicate, value) for predicate, value in said.items()]


def counts(subject: str, numbers: Counts) -> list[Claim]:
    """State how many, by unit; a bare number is exact."""
    return [
        claim(subject, unit, n if isinstance(n, Quantity) else Quantity(value=n, unit=unit))
        for unit, n in numbers.items()
    ]


def category(scheme: str, label: str) -> list[Claim]:
    """Describe an entry of a classification scheme."""
    return thing("category", label, id=category_id(scheme, label), scheme=scheme)


def cluster(
    name: str = "BIOCAT",
    *,
    id: str | None = None,  # noqa: A002
    country: str | None = None,
    regions: Sequence[str] = (),
    categories: Labels = NO_LABELS,
    numbers: Counts = NONE,
    targets: Sequence[str] = (),
    aliases: Sequence[str] = (),
) -> list[Claim]:
    """Describe a cluster, with the regions and categories that it names (but not markets)."""
    known = id or slug(name)
    labels = [(scheme, label) for scheme in categories for label in categories[scheme]]
    said = thing("cluster", name, id=known) + counts(known, numbers)
    said += [claim(known, "country", country)] if country else []
    said += [claim(known, "alias", alias) for alias in aliases]
    said += [claim(known, "targets", market, role="targets") for market in targets]
    for named in regions:
        said += [*region(named, country=country), claim(known, "located_in", slug(named))]
    for scheme, label in labels:
        tie = claim(known, "classified_as", category_id(scheme, label), as_written=label)
        said += [*category(scheme, label), tie]
    return said


def region(
    name: str, *, country: str | None = None, within: str | None = None, level: int | None = None
) -> list[Claim]:
    """Describe a region; ``within`` is the id of a wider one."""
    said = thing("region", name)
    said += [claim(slug(name), "country", country)] if country else []
    said += [claim(slug(name), "level", level)] if level is not None else []
    return said + ([claim(slug(name), "within", within)] if within else [])


def market(name: str, *, country: str | None = None, within: str | None = None) -> list[Claim]:
    """Describe a target market; ``within`` is the id of a group of countries."""
    said = thing("market", name)
    said += [claim(slug(name), "country", country)] if country else []
    return said + ([claim(slug(name), "within", within)] if within else [])


def partnership(
    name: str = "LASER-GO",
    *,
    members: Sequence[str] = (),
    kind: str = "partnership",
    since: str | None = None,
    until: str | None = None,
    targets: Sequence[str] = (),
) -> list[Claim]:
    """Describe a partnership (or network, consortium) with its members and target markets."""
    known = slug(name)
    said = thing(kind, name)
    said += [claim(known, "since", since)] if since else []
    said += [claim(known, "until", until)] if until else []
    said += [claim(member, "member_of", known) for member in members]
    return said + [claim(known, "targets", market, role="targets") for market in targets]


def group(name: str, *, members: Sequence[str] = (), numbers: Counts = NONE) -> list[Claim]:
    """Describe a named set of clusters and the figures stated of it."""
    said = thing("group", name) + counts(slug(name), numbers)
    return said + [claim(member, "in_group", slug(name)) for member in members]


def search_step(
    name: str,
    *,
    kind: str = "step",
    order: int | None = None,
    found: Sequence[str] = (),
    shortlisted: Sequence[str] = (),
    chosen: Sequence[str] = (),
    as_of: str | None = None,
) -> list[Claim]:
    """Describe a step of a search; ``as_of`` is the day from which its outcome is known."""
    known = slug(name)
    said = thing("search_step", name, step_kind=kind)
    said += [claim(known, "order", order)] if order is not None else []
    said += [claim(one, "found_in", known, locator=name) for one in found]
    said += [claim(one, "shortlisted_in", known, locator=name) for one in shortlisted]
    return said + [claim(one, "chosen_in", known, locator=name, as_of=as_of) for one in chosen]


def intake(
    claims: Iterable[Claim] = (),
    *,
    origin: str = "test",
    settings: Settings | None = None,
    definitions: Sequence[Definition] = (),
) -> Intake:
    """Wrap claims as one origin brings them, with a source for each that they name."""
    said = list(claims)
    sources = [Source(id=known, title=known) for known in sorted({c.source for c in said})]
    return Intake(
        origin=origin,
        claims=said,
        sources=tuple(sources),
        definitions=tuple(definitions),
        settings=settings,
    )


def project(
    claims: Iterable[Claim],
    *,
    as_of: str | None = None,
    settings: Settings | None = None,
    definitions: Sequence[Definition] = (),
) -> PartnershipGraph:
    """Make the graph of some claims, on a day, as if a project held them."""
    brought = intake(claims, settings=settings, definitions=definitions)
    return PartnershipGraph.of(SqliteStore.in_memory([brought], address="test"), as_of=as_of)


def value_chain(
    *stages: Mapping[str, float],
    scheme: str = "technology_field",
    weights: Sequence[float] = (),
    provider_worths: tuple[float, ...] = (0.7, 0.3),
) -> ValueChain:
    """Make a chain of stages "s1", "s2", ...; each maps labels of one scheme to relevance.

    Without ``weights`` all stages weigh the same.
    """
    shares = weights or [1 / len(stages)] * len(stages)
    made = (
        Stage(
            id=f"s{number}",
            label=f"Stage {number}",
            weight=share,
            feeds=tuple(
                Feed(scheme=scheme, label=label, relevance=relevance)
                for label, relevance in labels.items()
            ),
        )
        for number, (labels, share) in enumerate(zip(stages, shares, strict=True), start=1)
    )
    return ValueChain(
        id="chain", label="Chain", stages=tuple(made), provider_worths=provider_worths
    )
