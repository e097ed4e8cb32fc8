"""Where clusters and alliances stand, and the best sets of partners, as tables."""

from collections.abc import Callable
from typing import Final, cast

from hanse.viz.documents import Document
from hanse.viz.tables import console, put, rows, say, table
from hanse.viz.words import listed, numbered, share, share_range

MEASURES: Final = ("constraint", "effective_size", "betweenness")
Name = Callable[[str], str]


def bridges(document: Document, name: Name) -> None:
    """Print the access points between partnerships."""
    made = table("access point", "partnerships", "cut point", "brokered pairs",
                 *(m.replace("_", " ") for m in MEASURES),
                 right=("brokered pairs",))  # fmt: skip
    doors = rows(document, "access_points")
    listed_already = {one["id"] for one in doors}
    asked = [one for one in rows(document, "positions") if one["id"] not in listed_already]
    for one in (*doors, *asked):
        held = listed(map(name, cast("list[str]", one["partnerships"])))
        cut = "yes" if one["articulation"] else "no"
        put(made, name(str(one["id"])), held, cut, one["brokered_pairs"],
            *(_measure(one[m]) for m in MEASURES))  # fmt: skip
    console().print(made)
    pairs = cast("Document", document["dependent_pairs"])
    total = cast("int", pairs["total"])
    verb = "is" if total == 1 else "are"
    told = f"{numbered(total, 'pair')} of clusters {verb} connected through one cluster alone:"
    say("", told)
    for cluster, number in cast("dict[str, int]", pairs["through"]).items():
        say(f"  {number} through {name(cluster)}")
    apart = cast("list[str]", document["not_connected"])
    if apart:
        verb = "is" if len(apart) == 1 else "are"
        say(f"{numbered(len(apart), 'cluster')} {verb} in no partnership: not connected.")


def _measure(value: object) -> str:
    return "not connected" if value is None else share(cast("float", value))


def compare(document: Document, name: Name) -> None:
    """Print two alliances side by side."""
    titles = (f"only {document['a']}", "both", f"only {document['b']}")
    made = table("", *titles)
    sides = [cast("Document", document[key]) for key in ("only_a", "both", "only_b")]
    for feature in ("members", "stages", "regions", "countries", "markets"):
        cells = (listed(map(name, cast("list[str]", side[feature]))) for side in sides)
        put(made, feature, *cells)
    console().print(made)


def compose(document: Document, name: Name) -> None:
    """Print the best sets of partners, how far they are proved, and why others fail."""
    objective = cast("dict[str, float]", document["objective"])
    say(f"Value: {listed(f'{w:g} {part}' for part, w in objective.items())}", "Asked for:")
    for rule in rows(document, "rules"):
        say(f"  {rule['id']}: {rule['text']}")
    _sets("Sets that pass for certain", document, name)
    _sets("Sets that may pass", cast("Document", document["possible"]), name)
    _front(document, name)
    for failing in rows(document, "failing"):
        why = listed(str(f["text"]) for f in rows(failing, "why_not"))
        say(f"  worth more, but: {listed(map(name, cast('list[str]', failing['members'])))}: {why}")


def _front(document: Document, name: Name) -> None:
    """Print the sets that no other beats by chain, fit, cost and reach together."""
    known = cast("Document | None", document["front"])
    if known is None:
        return
    say("", f"Pareto front: {known['number']} sets that none beats by chain, fit, cost and reach:")
    for members in cast("list[list[str]]", document["pareto"]):
        say(f"  {listed(map(name, members))}")
    if not known["complete"]:
        say("  Not every set was looked at: others may stand on the front as well.")


def _sets(title: str, outlook: Document, name: Name) -> None:
    say("", f"{title} ({outlook['status']}):")
    relax = cast("list[list[str]]", outlook["relax"])
    if relax:
        say(f"  none; one passes without {' or without '.join(listed(r) for r in relax)}")
        return
    made = table("partners", "value", "chain", "region", "market", "fit")
    for one in rows(outlook, "sets"):
        parts = cast("Document", one["components"])
        partners = listed(map(name, cast("list[str]", one["members"])))
        cells = (share_range(parts[part]) for part in ("chain", "region", "market", "fit"))
        put(made, partners, share_range(one["value"]), *cells)
    console().print(made)
    often = cast("dict[str, int]", outlook["appearances"])
    number = len(rows(outlook, "sets"))
    say(f"  In how many of the {number}: {listed(f'{name(c)} {n}' for c, n in often.items())}")
