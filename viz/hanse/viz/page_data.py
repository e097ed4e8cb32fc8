"""Everything the page needs, as one plain document: what is drawn, and the answers beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Final

from hanse.graph.model import SCHEMES
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Interval
from hanse.graph.schema import schema
from hanse.viz import answers, palette
from hanse.viz.conflict_documents import conflicts_document
from hanse.viz.documents import Document, common, interval, show_document, sources_document
from hanse.viz.filters import filters, score_ranges
from hanse.viz.legend import HUB_SIZES, PLAIN_SIZE, UNKNOWN_SIZE, ColourChoice
from hanse.viz.network import EDGE, TIE, ramp_place
from hanse.viz.opening import Opening
from hanse.viz.picture import Layout, Picture
from hanse.viz.scene import BUDGET, COMMON, FIRST_KINDS, MOST_LINKS, MOST_NODES, NEIGHBOURS
from hanse.viz.session import Session
from hanse.viz.surroundings import part_document
from hanse.viz.view import Node, Score, View, facet, kinds_shown
from hanse.viz.what_if import key_of

FACETS: Final = ("country", *SCHEMES)


def page_data(opening: Opening, everything: Session, *, is_served: bool) -> Document:
    """Return the data of the page.

    ``everything`` is the session of all days: conflicts and sources are asked of it.
    """
    graph = opening.session.graph
    return {
        **common(opening.session),
        "title": graph.settings.title or opening.session.store.address,
        "is_served": is_served,
        "part": part_document(opening.session, opening.drawn) if opening.drawn else None,
        "has_story": bool(graph.ids("search_step")),
        "start": _start(opening),
        **_drawing(opening.picture),
        **_filtering(opening),
        "limits": _limits(),
        "words": words(everything.graph, graph),
        "documents": documents(opening, everything, with_conflicts=not is_served),
    }


def _filtering(opening: Opening) -> Document:
    """Return what there is to filter by: facets, whose they are, and scores with their bars."""
    view = opening.picture.view
    belonging = filters(opening.session.graph, view)
    found = {name: facet(view, name) for name in FACETS} | {f.id: f.values for f in belonging}
    return {
        "facets": {name: [asdict(one) for one in values] for name, values in found.items()},
        "belonging": {one.id: {c: list(v) for c, v in one.of.items()} for one in belonging},
        "ranges": [asdict(one) | {"edges": list(one.edges)} for one in score_ranges(view)],
    }


def _drawing(picture: Picture) -> Document:
    """Return everything that is looked up to draw."""
    return {
        "marks": _marks(picture.view),
        "palette": _palette(),
        "colours": [_colour(choice) for choice in picture.colours],
        "sizes": [_size(choice.id, choice.label, choice.samples) for choice in picture.sizes],
        "things": [_thing(picture, node) for node in picture.view.nodes],
        "edges": [[e.source, e.target, e.relation] for e in picture.view.edges],
        "order": list(picture.order),
        "loud": picture.loud,
        "ranking": list(picture.view.ranking),
        "common": common_categories(picture.view),
        "layouts": [_layout(layout) for layout in picture.layouts],
    }


def _layout(layout: Layout) -> Document:
    return {
        "id": layout.id,
        "label": layout.label,
        "bands": [asdict(band) for band in layout.bands],
        "lane": layout.lane,
        "mark": layout.mark,
    }


def _marks(view: View) -> list[Document]:
    counts = kinds_shown(view)
    found = [mark for mark in palette.MARKS if mark.id in counts]
    return [{**asdict(mark), "count": counts[mark.id]} for mark in found]


def _palette() -> Document:
    return {
        "ink": palette.INK,
        "muted": palette.MUTED,
        "ring": palette.AMBER,
        "faded": palette.FADED,
        "faded_outline": palette.FADED_OUTLINE,
        "no_score": palette.NO_SCORE,
        "edge": EDGE,
        "tie": TIE,
        "groups": list(palette.GROUPS),
        "unknown_size": UNKNOWN_SIZE,
        "plain_size": PLAIN_SIZE,
        "hub_sizes": list(HUB_SIZES),
    }


def _colour(choice: ColourChoice) -> Document:
    steps = range(len(choice.breaks) + 1) if choice.steps else range(0)
    places = [ramp_place(step, choice) for step in steps]
    return {
        "id": choice.id,
        "label": choice.label,
        "unit": choice.unit,
        "least": choice.least,
        "most": choice.most,
        "breaks": list(choice.breaks),
        "colours": [[palette.RAMP[place], palette.RAMP_OUTLINE[place]] for place in places],
    }


def _size(name: str, label: str, samples: Iterable[tuple[float, float]]) -> Document:
    return {"id": name, "label": label, "samples": [list(sample) for sample in samples]}


def _start(opening: Opening) -> Document:
    picture = opening.picture
    alliance = opening.alliance
    return {
        "alliance": alliance.name if alliance else None,
        "members": list(alliance.members) if alliance else [],
        "key": key_of(alliance.members) if alliance else "",
        "targets": list(alliance.targets) if alliance else [],
        "colour": picture.colour,
        "size": picture.size,
        "layout": picture.layouts[0].id,
        "kinds": [kind for kind in FIRST_KINDS if picture.view.of_kind(kind)],
        "chain": opening.chain.label if opening.chain else None,
        "guide": opening.guide.label if opening.guide else None,
    }


def _thing(picture: Picture, node: Node) -> Document:
    """Return one node with everything the page looks up of it."""
    return {
        "id": node.id,
        "name": node.name,
        "label": picture.names[node.id],
        "kind": node.kind,
        "country": node.country,
        "categories": list(node.categories),
        "standing": node.standing,
        "folded": node.folded,
        "scores": {name: _score(value) for name, value in node.scores.items()},
        "counts": {unit: interval(value) for unit, value in node.counts.items()},
        "covers": dict(node.covers),
        "steps": {c.id: c.steps[node.id] for c in picture.colours if node.id in c.steps},
        "radii": {c.id: c.radii[node.id] for c in picture.sizes if node.id in c.radii},
        "radius": picture.other_sizes.get(node.id),
        "at": {
            one.id: list(one.places[node.id]) for one in picture.layouts if node.id in one.places
        },
        "sides": {one.id: one.sides[node.id] for one in picture.layouts if node.id in one.sides},
    }


def _score(value: Score) -> Document:
    return interval(value) if isinstance(value, Interval) else answers.rank(value)


def common_categories(view: View) -> list[str]:
    """Return the categories that so many clusters have that they tell none of them apart."""
    most = COMMON * len(view.of_kind("cluster"))
    return [v.id for scheme in SCHEMES for v in facet(view, scheme) if v.clusters > most]


def _limits() -> Document:
    return {
        "clusters": BUDGET,
        "nodes": MOST_NODES,
        "links": MOST_LINKS,
        "neighbours": NEIGHBOURS,
    }


def words(everything: PartnershipGraph, today: PartnershipGraph) -> Document:
    """Return the names of all things, and the labels of kinds, attributes and countries.

    A thing that is not there on the day of the picture is marked so.
    """
    table = schema()
    names = {
        thing: [everything.name(thing), everything.kind(thing), thing in today]
        for thing in sorted(everything.networkx)
    }
    return {
        "names": names,
        "kinds": {kind.name: kind.label for kind in table.kinds.values()},
        "attributes": {name: attribute.label for name, attribute in table.attributes.items()},
        "relations": {name: relation.label for name, relation in table.relations.items()},
        "countries": country_names(everything),
        "sources": {s.id: [s.title, s.url] for s in everything.sources.values()},
    }


def country_names(graph: PartnershipGraph) -> dict[str, str]:
    """Return the English names of the countries that the graph names by their codes."""
    from pycountry import countries

    codes = sorted({str(v) for thing in graph.networkx for v in graph.values(thing, "country")})
    found = {code: countries.get(alpha_2=code) for code in codes}
    return {
        code: getattr(country, "common_name", country.name) if country else code
        for code, country in found.items()
    }


def documents(opening: Opening, everything: Session, *, with_conflicts: bool) -> Document:
    """Return the answers that the page opens with, each in the shape of its command.

    Without conflicts the page asks for them once it stands: a reader need not wait for them.
    """
    session = opening.session
    candidates, evaluation, reach = opening.candidates, opening.evaluation, opening.reach
    return {
        "candidates": answers.candidates_document(session, candidates) if candidates else None,
        "evaluate": answers.evaluate_document(session, evaluation) if evaluation else None,
        "reach": answers.reach_document(session, reach) if reach else None,
        "chain": show_document(session, opening.chain.id) if opening.chain else None,
        "conflicts": _conflicts(everything) if with_conflicts else None,
        "sources": sources_document(everything),
    }


def _conflicts(session: Session) -> Document:
    return conflicts_document(session, session.conflicts)


def profiles(session: Session, things: Iterable[str]) -> Mapping[str, Document]:
    """Return everything said of each thing, in the shape of ``hanse show --json``."""
    return {thing: show_document(session, thing) for thing in things}
