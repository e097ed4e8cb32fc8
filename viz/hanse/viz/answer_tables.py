"""The answers of the three questions as tables, each with its reasons and its doubts."""

from collections.abc import Mapping
from typing import Final, cast

from hanse.graph.schema import schema
from hanse.queries.reach_counts import BY_REGION
from hanse.viz.documents import Document
from hanse.viz.rating_tables import people
from hanse.viz.tables import console, places, put, rows, say, table
from hanse.viz.words import listed, numbered, share, share_range, span, stated, unit_label

COMPONENTS: Final = (
    ("chain_gain", "chain"),
    ("hand_over", "hand-over"),
    ("region", "region"),
    ("market", "market"),
    ("access", "access"),
    ("redundancy", "redundant"),
)
FIRST: Final = 10  # of a list that is cut
EXPLAINED: Final = 3  # how many candidates are explained below the table


def candidates(document: Document, *, top: int) -> None:
    """Print who completes the alliance: the best ``top`` (0: all), the first ones explained."""
    every = rows(document, "candidates")
    shown = every[:top] if top else every
    _stages(document)
    labels = [label for _, label in COMPONENTS]
    made = table("rank", "candidate", "country", "score", *labels, right=("score", *labels))
    for c in shown:
        parts = cast("Document", c["components"])
        cells = (share_range(parts[name]) for name, _ in COMPONENTS)
        put(made, places(c["rank"]), c["name"], c["country"], share_range(c["score"]), *cells)
    console().print(made)
    total = _total(document, "candidates")
    say("", f"{len(shown)} of {total:,} ranked candidates{_day(document)}.")
    _aside(document, "off_chain", "off the chain, not ranked")
    _aside(
        document, "uncategorised", "uncategorised: nobody states their field, which says nothing"
    )
    _aside(document, "declined", "declined to join")
    for c in shown[:EXPLAINED]:
        _explain(c)


def _day(document: Document) -> str:
    return f" as of {document['as_of']}" if document["as_of"] else ""


def _stages(document: Document) -> None:
    made = table("stage", "alliance", "cover", right=("cover",), title=f"{document['chain']}")
    for stage in rows(document, "stages"):
        put(made, stage["label"], stage["state"], span(cast("Document", stage["cover_range"])))
    console().print(made)
    say("")


def _aside(document: Document, name: str, words: str) -> None:
    ids = cast("list[str]", document[name])
    if ids:
        total = _total(document, name)
        is_whole = total == len(ids)
        names = listed(ids) if is_whole else f"{listed(ids[:FIRST])} and so on"
        say(f"{total:,} {words}: {names}.")


def _total(document: Document, name: str) -> int:
    """Return how many there are of what is listed; of a large project the list is cut."""
    totals = cast("dict[str, int]", document["totals"])
    return totals.get(name, len(cast("list[object]", document[name])))


def _explain(candidate: Document) -> None:
    say("", f"{candidate['name']} ({share_range(candidate['score'])})")
    for reason in rows(candidate, "reasons"):
        where = cast("Document | None", reason["source"])
        place = f"  [{where['document']}, {where['locator']}]" if where else ""
        say(f"  {str(reason['component']).replace('_', ' ')}: {reason['text']}{place}")


def evaluation(document: Document) -> None:
    """Print how good each candidate is by the guide, and how sure that is."""
    made = table("rank", "candidate", "fit", "fit, scaled", "weighted score", "scored", "ratings",
                 right=("fit", "fit, scaled", "weighted score", "scored"))  # fmt: skip
    for c in rows(document, "candidates"):
        rank = places(c["rank"]) if c["rank"] else "not enough scored"
        score = share_range(c["weighted_score"])
        coverage = f"{cast('float', c['coverage']):.0%}{' synthetic' * bool(c.get('synthetic'))}"
        ranges = (share_range(c["fit"]), share_range(c["fit_scaled"]), score, coverage)
        put(made, rank, c["name"], *ranges, _rated(cast("Document", c["ratings"])))
    console().print(made)
    maximum = share(cast("float", document["maximum"]))
    say("", f"{document['guide']}: best possible weighted score {maximum}{_day(document)}.")
    _cut(document)
    say("What nobody rated is a range from 0 to the maximum, never 0.")
    for c in rows(document, "candidates"):
        _notes(c)
    people(document)


def _cut(document: Document) -> None:
    """Say how many are listed, where that is not all."""
    listed_here = len(rows(document, "candidates"))
    total = cast("dict[str, int]", document["totals"])["candidates"]
    if listed_here < total:
        say(f"{listed_here:,} of {total:,} candidates are listed; --top N lists more.")


def _rated(ratings: Mapping[str, object]) -> str:
    known = {name: cast("Document", rating) for name, rating in ratings.items()}
    sure = {n: r for n, r in known.items() if r["low"] is not None and r["evidence"]}
    return listed(f"{name.replace('_', ' ')} {span(rating)}" for name, rating in sure.items())


def _notes(candidate: Document) -> None:
    for name, rating in cast("Mapping[str, Document]", candidate["ratings"]).items():
        if rating["note"] and rating["evidence"] and not rating.get("assessments"):
            say(f"  {candidate['name']}, {name.replace('_', ' ')}: {rating['note']}")


def reach(document: Document) -> None:
    """Print how far the alliance reaches, by hop and in total."""
    for hop in rows(document, "hops"):
        via = cast("list[str]", hop["via"])
        title = f"Hop {hop['hop']}: " + ("direct" if not via else f"through {listed(via)}")
        _scope(title, hop)
    _scope("Total", cast("Document", document["total"]))
    say(f"  The column by region is an assumption: {BY_REGION}")
    _agreements(document)
    _index(cast("Document", document["index"]))
    _readings(document)
    _marginal(document, "lost", "Without each member, these would be lost:")
    _marginal(document, "gained", _gains_title(cast("Document | None", document["gains"])))


def _gains_title(gains: Document | None) -> str:
    if gains is None:
        return "Added next, each would bring:"
    every, compared = cast("int", gains["considered"]), cast("int", gains["compared"])
    whom = "" if every == compared else (
        f"; of {every:,} clusters the {compared:,} with the largest figures of their own were"
        " compared"
    )  # fmt: skip
    by = unit_label(str(gains["by"]))
    return f"Added next, each would bring (the largest first, by {by}{whom}):"


def _index(index: Document) -> None:
    """Print the discounted index in words that nobody takes for a count."""
    values = cast("Mapping[str, Document]", index["values"])
    known = [f"by {unit_label(u)} {span(v)}" for u, v in values.items() if v["low"] is not None]
    if known:
        share = f"{cast('float', index['discount']):g}"
        say("", f"Index, no count (direct 1, through a partnership {share}): {listed(known)}")


def _marginal(document: Document, change: str, title: str) -> None:
    found = [row for row in rows(document, "marginal") if row["change"] == change]
    if found:
        say("", title)
    gains = cast("Document | None", document["gains"])
    by = str(gains["by"]) if gains and change == "gained" else None
    for row in found:
        say(f"  {row['id']}: {_change(row, by)}")


def _readings(document: Document) -> None:
    """Print the total under each reading beside the total without any."""
    readings = rows(document, "readings")
    if not readings:
        return
    without = cast("Document", cast("Document", document["total"])["counts"])
    titles = ["+".join(str(a["id"]) for a in rows(reading, "assume")) for reading in readings]
    made = table("total", "as stated", *(part for t in titles for part in (t, "by region")),
                 title="\nSide by side")  # fmt: skip
    for unit, count in without.items():
        cells = [span(cast("Document", count))]
        for reading in readings:
            total = cast("Document", cast("Document", reading["total"])["counts"])
            read = cast("Document", total[unit])
            cells += [span(read), span(cast("Document", read["by_region"]))]
        put(made, unit_label(unit), *cells)
    console().print(made)
    for reading in readings:
        for assumed in rows(reading, "assume"):
            say(f"  {assumed['id']}: {assumed['label']} {assumed['note']}".rstrip())


def _scope(title: str, scope: Document) -> None:
    say("", f"{title}: {listed(cast('list[str]', scope['clusters']))}")
    made = table("unit", "bounds", "by region", "stated sum", "unknown of", "rule",
                 right=("stated sum",))  # fmt: skip
    for unit, count in cast("Mapping[str, Document]", scope["counts"]).items():
        total = count["stated_sum"]
        summed = "" if total is None else f"{cast('float', total):,.0f}"
        unknown = listed(cast("list[str]", count["unknown"]))
        apart = span(cast("Document", count["by_region"]))
        put(made, unit_label(unit), span(count), apart, summed, unknown, count["rule"])
    console().print(made)
    for unit, count in cast("Mapping[str, Document]", scope["counts"]).items():
        for clash in cast("list[list[str]]", count["contradictions"]):
            say(f"  {unit_label(unit)}: not all of these can be true: {'; '.join(clash)}")
    for name, words in (
        ("regions", "regions"),
        ("countries", "countries"),
        ("eu_member_states", "EU Member States"),
        ("markets", "markets"),
    ):
        found = cast("list[str]", scope[name])
        say(f"  {len(found)} {words}: {listed(found)}")
    _level(scope)


def _level(scope: Document) -> None:
    """Print the regions at the level that was asked for, and of whom none is known there."""
    if "regions_at_level" not in scope:
        return
    found = cast("Document", scope["regions_at_level"])
    regions, unknown = cast("list[str]", found["regions"]), cast("list[str]", found["unknown"])
    doubt = f"; none, or not all, known of {listed(unknown)}" if unknown else ""
    say(f"  {numbered(len(regions), 'region')} at level {found['level']}: {listed(regions)}{doubt}")


def _agreements(document: Document) -> None:
    if rows(document, "agreements"):
        say("", "Agreements with gateways, in no hop and no total:")
    for a in rows(document, "agreements"):
        say(f"  {a['party']} with {a['other']} ({a['country']}): {a['status']} {a['date'] or ''}")


def _change(lost: Document, by: str | None = None) -> str:
    """Return a change in words; what it is ordered by is told where it is unknown, too."""
    words = []
    for name in ("regions", "countries", "markets"):
        found = cast("list[str]", lost[name])
        if found:
            words.append(f"{name} {listed(found)}")
    for unit, interval in cast("Mapping[str, Document]", lost["counts"]).items():
        is_known = interval["low"] is not None or interval["high"] is not None
        if interval["low"] or interval["high"]:
            words.append(f"{span(interval)} {unit_label(unit)}")
        elif unit == by:
            words.append(f"{unit_label(unit)} {'0' if is_known else 'unknown'}")
    return "; ".join(words) or "nothing that is known"


def conflicts(document: Document) -> None:
    """Print what does not add up, and apart from it what is only left open."""
    for finding in rows(document, "conflicts"):
        _finding(finding)
    if rows(document, "remarks"):
        say("", "Left open, and no conflict:")
    for finding in rows(document, "remarks"):
        _finding(finding)
    counts = (len(rows(document, name)) for name in ("conflicts", "remarks"))
    say("", "{} conflicts, {} remarks{}.".format(*counts, _day(document)))
    say("What contradicts itself within a guide is found by: hanse guide lint")


def _finding(finding: Document) -> None:
    say("", f"{finding['code']} ({finding['class']}) {finding['message']}")
    for statement in rows(finding, "statements"):
        where = cast("Document", statement["source"])
        whose = _whose(statement, str(finding["subject"]))
        say(f"    {whose}{stated(statement)}  [{where['document']}, {where['locator']}]")
    say(f"    Rule: {finding['rule']}", f"    Settled by: {finding['settle']}")


def _whose(statement: Document, subject: str) -> str:
    """Return what a statement is about, where that is not what the finding is about."""
    whose = "" if statement["subject"] == subject else str(statement["subject"])
    relation = schema().relations.get(str(statement["attribute"]))
    if relation:
        return f"{whose} {relation.label} ".lstrip()
    return f"{whose}: " if whose else ""
