"""Where things stand in the picture *Themes*: what is alike stands together.

The hub layout: the industries that clusters tick are the hubs. Hubs that share clusters stand
near each other (Kamada-Kawai on hubs alone), a cluster stands at the mean of its hubs, and all
else at the mean of what it is tied to. Then everything is moved apart, so that marks do not
cover each other and a name has room. The same view always gives the same places.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from hanse.viz.labels import short_name, text_width
from hanse.viz.palette import MARKS
from hanse.viz.spacing import Footprint, dock, fill_frame, spread
from hanse.viz.view import Node, View

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

HUB_SCHEMES: Final = ("sectoral_industry", "emerging_industry")
MOST_HUBS: Final = 60
HUB_ROUNDS: Final = 300
# Room for a mark and, where it matters at first glance, for its name. A unit of the picture is
# a pixel when the whole of a picture like the shipped one is in the pane.
CLUSTER_ROOM: Final = Footprint(20, 12)
OTHER_ROOM: Final = Footprint(10, 6)
SMALL_HUB_ROOM: Final = Footprint(22, 11)
NAME_HEIGHT: Final = 24.0
# Half of a name is on either side of its mark; a little more, since panes may be smaller.
NAME_SHARE: Final = 0.54
MEMBER_SHARE: Final = 0.64
OFTEN: Final = 3  # clusters that have a category, for its name to matter at first glance
Place = tuple[float, float]


def themes(view: View) -> dict[str, Place]:
    """Return the place of every node, in units of the picture (y grows downwards).

    What is tied to nothing stands in a row of its own below the rest.
    """
    hubs = hub_places(view)
    places = _clusters(view, hubs) | hubs
    places |= _means(view, places)
    first = [n for n in view.nodes if n.id in places and _is_first(n)]
    later = [n for n in view.nodes if n.id in places and not _is_first(n)]
    rooms = _rooms(view)
    settled = _settled(first, places, rooms)
    settled |= _settled(later, places, rooms, around=settled)
    loose = [node.id for node in view.nodes if node.id not in settled]
    return _rounded(settled | dock(loose, below=settled))


def _is_first(node: Node) -> bool:
    return any(mark.is_first for mark in MARKS if mark.id == node.kind)


def _rooms(view: View) -> dict[str, Footprint]:
    """Return the room of every node: names that matter at first glance have room below marks."""
    held = {hub: len(clusters) for hub, clusters in hubs_of(view).items()}
    return {node.id: _room(node, held.get(node.id, 0)) for node in view.nodes}


def _room(node: Node, clusters: int) -> Footprint:
    if node.kind == "partnership" or node.standing == "member" or clusters >= OFTEN:
        share = MEMBER_SHARE if node.standing == "member" else NAME_SHARE
        width = text_width(short_name(node.name)) * share
        return Footprint(max(width, CLUSTER_ROOM.width), NAME_HEIGHT)
    if node.kind in HUB_SCHEMES:
        return SMALL_HUB_ROOM
    return CLUSTER_ROOM if node.kind == "cluster" else OTHER_ROOM


def hubs_of(view: View) -> dict[str, frozenset[str]]:
    """Return the hubs with the clusters that have them: the commonest, at most 60."""
    having: dict[str, set[str]] = {node.id: set() for node in view.of_kind(*HUB_SCHEMES)}
    for cluster in view.of_kind("cluster"):
        for category in cluster.categories:
            if category in having:
                having[category].add(cluster.id)
    used = sorted((hub for hub in having if having[hub]), key=lambda hub: (-len(having[hub]), hub))
    return {hub: frozenset(having[hub]) for hub in sorted(used[:MOST_HUBS])}


def hub_places(view: View) -> dict[str, Place]:
    """Return where the hubs stand: near each other as they share clusters."""
    having = hubs_of(view)
    if len(having) < 2:  # noqa: PLR2004  # nothing to hold apart
        return dict.fromkeys(having, (0.0, 0.0))
    distances = [[_distance(having[a], having[b]) for b in having] for a in having]
    return dict(zip(having, spring_places(distances), strict=True))


def spring_places(distances: Sequence[Sequence[float]]) -> list[Place]:
    """Return places in the plane whose distances are as near to those wanted as can be.

    The energy is that of T. Kamada and S. Kawai (1989), each pair weighing 1/distance squared,
    brought down by majorisation (Gansner, Koren and North, 2004) from a circle: no step raises
    it, nothing is drawn at random.
    """
    import numpy as np

    wanted = np.array(distances)
    count = len(wanted)
    weight = 1 / (wanted + np.eye(count)) ** 2 * (1 - np.eye(count))
    inverse = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight)
    angle = np.arange(count) * 2 * np.pi / count
    points = np.column_stack([np.cos(angle), np.sin(angle)])
    for _ in range(HUB_ROUNDS):
        apart = np.linalg.norm(points[:, None] - points[None], axis=2) + np.eye(count)
        pull = -weight * wanted / apart
        pull -= np.diag(pull.sum(axis=1))
        points = inverse @ (pull @ points)
    return [(float(x), float(y)) for x, y in points]


def _distance(first: frozenset[str], second: frozenset[str]) -> float:
    """Return how far two hubs want to be apart: 1.15 without a shared cluster, .15 at most alike.

    Likeness is the cosine of the two sets of clusters.
    """
    return 1.15 - len(first & second) / sqrt(len(first) * len(second))


def _clusters(view: View, hubs: Mapping[str, Place]) -> dict[str, Place]:
    """Return each cluster at the mean of its hubs; a hub that few have weighs more."""
    having = hubs_of(view)
    total = len(view.of_kind("cluster"))
    weights = {hub: 0.05 + log(total / len(having[hub])) for hub in hubs}
    places = {}
    for cluster in view.of_kind("cluster"):
        own = [category for category in cluster.categories if category in hubs]
        if own:
            places[cluster.id] = _mean([hubs[h] for h in own], [weights[h] for h in own])
    return places


def _mean(places: Sequence[Place], weights: Sequence[float] | None = None) -> Place:
    shares = weights or [1.0] * len(places)
    total = sum(shares)
    x = sum(w * place[0] for w, place in zip(shares, places, strict=True))
    y = sum(w * place[1] for w, place in zip(shares, places, strict=True))
    return (x / total, y / total)


def _means(view: View, places: Mapping[str, Place]) -> dict[str, Place]:
    """Return all else at the mean of what it is tied to, round by round: ties of ties too."""
    neighbours = view.neighbours()
    found: dict[str, Place] = {}
    before = -1
    while len(found) > before:
        before = len(found)
        known = {**places, **found}
        for node in view.nodes:
            tied = [known[other] for other in neighbours[node.id] if other in known]
            if node.id not in known and tied:
                found[node.id] = _mean(tied)
    return found


def _settled(
    nodes: Sequence[Node],
    places: Mapping[str, Place],
    rooms: Mapping[str, Footprint],
    *,
    around: Mapping[str, Place] | None = None,
) -> dict[str, Place]:
    """Return the places after everything has moved apart; what stands ``around`` stays."""
    import numpy as np

    if not nodes:
        return {}
    points = np.array([places[node.id] for node in nodes])
    own = [rooms[node.id] for node in nodes]
    if around:
        inner = np.array([around[key] for key in around])
        points = _scaled_like(points, places, around)
        moved = spread(points, own, fixed=inner, fixed_rooms=[OTHER_ROOM] * len(inner))
    else:
        moved = spread(fill_frame(points, own), own)
    return {n.id: (float(x), float(y)) for n, (x, y) in zip(nodes, moved, strict=True)}


def _scaled_like(
    points: "Points", before: Mapping[str, Place], after: Mapping[str, Place]
) -> "Points":
    """Carry ``points`` along as the places that are settled were carried: by the nearest three."""
    import numpy as np

    old = np.array([before[key] for key in after])
    new = np.array([after[key] for key in after])
    carried = []
    for point in points:
        distance = ((old - point) ** 2).sum(axis=1)
        near = np.argsort(distance, kind="stable")[:3]
        weight = 1.0 / (distance[near] + 1e-6)
        carried.append((new[near] * weight[:, None]).sum(axis=0) / weight.sum())
    return np.array(carried)


def _rounded(places: Mapping[str, Place]) -> dict[str, Place]:
    """Return places in whole units: a picture of the same view is the same to the byte."""
    return {key: (float(round(x)), float(round(y))) for key, (x, y) in sorted(places.items())}


def digest(places: Iterable[tuple[str, Place]]) -> str:
    """Return a short hash of a layout, to say whether two are the same."""
    import hashlib

    text = ";".join(f"{key}:{x:g},{y:g}" for key, (x, y) in sorted(places))
    return hashlib.blake2b(text.encode("utf-8"), digest_size=8).hexdigest()
