"""A screening and a replayed search as tables, each outcome with its reason."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, cast

from hanse.viz.documents import Document
from hanse.viz.tables import console, places, put, rows, say, table
from hanse.viz.words import listed, share_range

MOST_LISTED: Final = 20  # names in one line; more are only counted
OUTCOMES: Final = ("pass", "fail", "unknown")


def screening(document: Document, *, is_audit: bool) -> None:
    """Print the funnel with the reason for every outcome; on request what the filter finds."""
    _rules(document)
    _funnel(document)
    for outcome in OUTCOMES:
        _candidates(document, outcome)
    _quotas(document)
    for reading in rows(document, "readings"):
        names = listed(_ids(reading, "pass")) or "nobody"
        say("", f"Read otherwise, {reading['rule']}: {reading['text']} Then pass: {names}.")
    if is_audit:
        _audits(document)
        _facets(document)
    say("", "Unknown is an outcome of its own: what is stated neither lets in nor keeps out.")


def _rules(document: Document) -> None:
    say(f"Rules {document['rule_set']}{_day(document)}:")
    for rule in rows(document, "rules"):
        mark = " (a preference: excludes nobody)" if rule["preference"] else ""
        say(f"  {rule['id']}: {rule['text']}{mark}{_place(rule)}")


def _day(document: Document) -> str:
    return f" as of {document['as_of']}" if document["as_of"] else ""


def _place(row: Document) -> str:
    where = cast("Document | None", row["source"])
    return f"  [{where['document']}, {where['locator']}]" if where else ""


def _funnel(document: Document) -> None:
    numbers = ("found", "members", "again", "candidates", *OUTCOMES)
    made = table("step", *numbers, right=numbers, title="\nFunnel")
    for step in rows(document, "steps"):
        put(made, step["label"], step["found"], step["members"], step["again"], step["pool"],
            *(step[outcome] for outcome in OUTCOMES))  # fmt: skip
    console().print(made)
    say("again: found by an earlier step already, and screened once.")


def _candidates(document: Document, outcome: str) -> None:
    """Print the candidates of an outcome; those of whom nothing is stated are only counted."""
    every = [c for c in rows(document, "candidates") if c["outcome"] == outcome]
    say("", f"{outcome}: {len(every) or 'nobody'}")
    silent: Counter[str] = Counter()
    for candidate in every:
        telling = _telling(candidate, outcome)
        if any(reason["source"] for reason in telling):
            say(f"  {candidate['name']}")
            for reason in telling:
                say(f"    {reason['rule']}: {reason['text']}{_place(reason)}")
        else:
            silent[" and ".join(str(reason["rule"]) for reason in telling)] += 1
    for rules, number in sorted(silent.items()):
        say(f"  {number} more, of whom nothing is stated on {rules}")


def _telling(candidate: Document, outcome: str) -> list[Document]:
    """Return the reasons that make the outcome: all of them for a pass."""
    reasons = [reason for reason in rows(candidate, "reasons") if not reason["preference"]]
    return [r for r in reasons if outcome == "pass" or r["outcome"] == outcome]


def _quotas(document: Document) -> None:
    numbers = ("need", "available", "unknown")
    made = table("quota", *numbers, right=numbers, title="\nQuotas")
    for quota in rows(document, "quotas"):
        put(made, quota["text"], *(quota[number] for number in numbers))
    console().print(made)
    seats = cast("Document", document["seats"])
    if seats["need"]:
        say(f"Of {seats['need']} seats {seats['sure']} can be filled for certain,"
            f" and at most {seats['possible']}.")  # fmt: skip


def _audits(document: Document) -> None:
    names = _names(document)
    for audit in rows(document, "audit"):
        found = _ids(audit, "found_ids")
        say("", f"Audit of {audit['quota']}: the filter “{audit['filter']}”")
        say(f"  finds {audit['pool']} candidates, {audit['found']} of them of the field")
        for rule, ids in cast("Mapping[str, list[str]]", audit["found_unknown"]).items():
            say(f"  unknown on {rule}: {len(ids)} of {len(found)}")
        named = listed(names.get(c, c) for c in _ids(audit, "found_named"))
        say(f"  looked at by name: {named or 'none of them'}")
        if len(found) <= MOST_LISTED:
            say(f"  found: {listed(names.get(c, c) for c in found)}")
        _missed(audit, names)
        _widening(audit)


def _missed(audit: Document, names: Mapping[str, str]) -> None:
    reasons = cast("Mapping[str, str]", audit["missed_reasons"])
    say(f"  leaves out {len(reasons)} known clusters of the field:")
    for cluster, why in reasons.items():
        say(f"    {names.get(cluster, cluster)}: {why}")
    undecided = _ids(audit, "undecided")
    if undecided:
        say(f"  may be of the field, for their categories are not all known: {listed(undecided)}")


def _widening(audit: Document) -> None:
    best = cast("Document | None", audit["widening"])
    if best is None:
        return
    say(f"  would find all of them: {best['filter']}")
    say(f"    {best['found']} of the field among {best['pool']} candidates")
    schemes = {str(category["scheme"]) for category in rows(best, "categories")}
    if "stated_focus" in schemes:
        say("    a stated focus is no filter of the directory: it is known from texts alone")


def _facets(document: Document) -> None:
    numbers = ("stated", "unknown")
    made = table("filter", "in the address", *numbers, "commonest", right=numbers,
                 title="\nThe twelve filters of the directory")  # fmt: skip
    for facet in rows(document, "facets"):
        put(made, facet["label"], facet["id"], facet["stated"], facet["unknown"],
            _commonest(facet))  # fmt: skip
    console().print(made)
    say("Who is not in the list that was read may still be in the directory.")


def _commonest(facet: Document) -> str:
    if not facet["facts"]:
        return "no facts are held"
    values = rows(facet, "values")[:3]
    return listed(f"{v['label']} {v['clusters']}" for v in values) or "words of a name"


def _names(document: Document) -> dict[str, str]:
    return {str(c["id"]): str(c["name"]) for c in rows(document, "candidates")}


def _ids(row: Document, name: str) -> list[str]:
    return cast("list[str]", row[name])


def replayed(document: Document) -> None:
    """Print a search with its outcome, what we say on its day, and where the two differ."""
    search = cast("Document", document["search"])
    say(f"{search['label']}, replayed{_day(document)}", "")
    for step in rows(document, "steps"):
        label, found = step["label"], len(_ids(step, "found"))
        say(f"  {label}: found {found}, took up {listed(_ids(step, 'chosen')) or 'nobody'}")
    say("", f"Outcome: {listed(_ids(document, 'outcome'))}")
    say(f"Ours on the day: {listed(_ids(document, 'ours'))}", "")
    _compared(document)
    say("", "Differences")
    for one in rows(document, "differences"):
        say(f"  {one['id']}: {one['text']}")


def _compared(document: Document) -> None:
    made = table("candidate", "found in", "named", "chosen", "ours", "screening", "rank", "score",
                 "fit", right=("score", "fit"))  # fmt: skip
    for c in rows(document, "candidates"):
        marks = ("yes" if c[name] else "" for name in ("named", "chosen", "ours"))
        rank = places(c["rank"]) if c["rank"] else str(c["place"]).replace("_", " ")
        put(made, c["name"], listed(_ids(c, "found_in")), *marks, c["screening"], rank,
            share_range(c["score"]), share_range(c["fit"]))  # fmt: skip
    console().print(made)
