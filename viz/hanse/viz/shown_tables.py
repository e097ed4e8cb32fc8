"""Rules, assumptions and sources as people read them in a terminal."""

from collections.abc import Callable
from typing import cast

from hanse.viz.documents import Document
from hanse.viz.tables import console, put, rows, say, show, table
from hanse.viz.words import listed, span, unit_label


def shown(document: Document, name: Callable[[str], str]) -> None:
    """Print everything known of what was asked for; ``name`` gives what things are called."""
    parts = {"rules": _rules, "assumption": _assumption, "source": _source}
    tell = parts.get(str(document["kind"]))
    if tell is None:
        show(document, name)
        return
    title = document.get("label") or document.get("title")
    say(f"{title}  ({document['kind']}, id {document['id']})", "")
    tell(document, name)
    if document.get("note"):
        say("", " ".join(str(document["note"]).split()))


def _rules(document: Document, _name: Callable[[str], str]) -> None:
    made = table("rule", "asks", "where")
    for rule in rows(document, "rules"):
        preferred = " (a preference)" if rule["is_preference"] else ""
        put(made, rule["id"], f"{rule['text']}{preferred}", _place(rule["source"]))
    for quota in rows(document, "quotas"):
        put(made, "quota", f"{quota['field']}: {quota['seats']}", _place(quota["source"]))
    for one in rows(document, "filters"):
        put(made, "filter", one["label"], _place(one["source"]))
    console().print(made)
    fields = table("field", "categories", title="\nFields")
    for field in rows(document, "fields"):
        labels = dict.fromkeys(str(category["label"]) for category in rows(field, "categories"))
        put(fields, field["label"] or field["id"], "; ".join(labels))
    console().print(fields)


def _assumption(document: Document, name: Callable[[str], str]) -> None:
    for figure in rows(document, "figures"):
        clusters = listed(map(name, cast("list[str]", figure["clusters"])))
        size = f"{span(cast('Document', figure['size']))} {unit_label(str(figure['unit']))}"
        say(f"Takes the {figure['kind']} of {clusters} to be {size}.")
    for one in rows(document, "sets_aside"):
        places = "; ".join(_place(place) for place in rows(one, "sources"))
        unit = unit_label(str(one["unit"]))
        say(f"Stands in for the {unit} of {name(str(one['of']))} [{places or 'stated nowhere'}].")
    if document["regions_apart"]:
        say("Clusters without a common region share nothing.")


def _source(document: Document, _name: Callable[[str], str]) -> None:
    about = (document["publisher"], document["date"], f"{document['claims']:,} statements")
    say("; ".join(str(part) for part in about if part), "")
    made = table("place", "statements", right=("statements",))
    for section in rows(document, "sections"):
        put(made, section["locator"], len(rows(section, "statements")))
    console().print(made)


def _place(place: object) -> str:
    where = cast("Document", place)
    return ", ".join(str(where[part]) for part in ("document", "locator") if where[part])
