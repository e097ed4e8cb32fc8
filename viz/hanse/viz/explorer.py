"""The explorer as one page: served, or as a single file that opens without any server.

The file asks nobody for anything. What the served page would ask for is in it: what is said of
each thing, and the reach of every alliance that is one cluster away from the start.
"""

import base64
import gzip
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from hanse.viz.charts import bundle
from hanse.viz.documents import Document
from hanse.viz.figures import all_figures
from hanse.viz.network import network, script, stylesheet
from hanse.viz.opening import Opening, every_day, opening
from hanse.viz.page_answers import best_sets, bridges_of, gains_document, timeline_document
from hanse.viz.page_data import page_data, profiles
from hanse.viz.policy import policy
from hanse.viz.scene import BUDGET, Scene, scene
from hanse.viz.session import Session
from hanse.viz.source_documents import statements_by_source
from hanse.viz.stories import story_document
from hanse.viz.what_if import one_step_away, what_if_document

if TYPE_CHECKING:
    from jinja2 import Environment

STYLE: Final = "page.css"
MODULE: Final = "page.js"


def page(session: Session) -> str:
    """Return the explorer of a session as one offline HTML file."""
    opened = opening(session)
    everything = every_day(opened.session)
    drawn = scene(opened.picture.view)
    data = page_data(opened, everything, is_served=False)
    data["profiles"] = profiles(everything, profiled(opened, everything, drawn))
    data["statements"] = statements_by_source(everything) if is_small(opened) else {}
    data["story"] = story_document(opened)
    data["bridges"] = None if opened.drawn else bridges_of(opened.session)
    data["gains"] = gains_document(opened, ())
    data["figures"] = all_figures(opened)
    data |= _of_the_start(opened, everything)
    data["what_if"] = {
        key: what_if_document(opened, members, with_candidates=False)
        for key, members in one_step_away(opened).items()
    }
    return rendered(opened, drawn, data)


def _of_the_start(opened: Opening, everything: Session) -> Document:
    """Return what is known of the alliance that the file opens with, and of no other."""
    alliance = opened.alliance
    if alliance is None:
        return {"timeline": None, "compose": None}
    has_sets = opened.chain is not None and is_small(opened) and opened.drawn is None
    return {
        "timeline": timeline_document(opened.session, everything, alliance.members),
        "compose": best_sets(opened.session, alliance) if has_sets else None,
    }


def profiled(opened: Opening, everything: Session, drawn: Scene) -> tuple[str, ...]:
    """Return whose profiles the file carries: everybody's, or those of a large scene only."""
    if is_small(opened) and opened.drawn is None:
        return tuple(sorted(everything.graph.networkx))
    return drawn.nodes


def is_small(opened: Opening) -> bool:
    """Say whether a file can carry everything that is known of the project."""
    return len(opened.picture.view.ranking) <= BUDGET


def served_page(opened: Opening, everything: Session) -> tuple[str, str]:
    """Return the page that the server sends, and its content security policy."""
    drawn = scene(opened.picture.view)
    data = page_data(opened, everything, is_served=True)
    return rendered(opened, drawn, data), policy(scripts=(), styles=(), is_served=True)


def rendered(opened: Opening, drawn: Scene, data: Document) -> str:
    """Return the HTML of the page: pyvis renders our template with the network in it."""
    is_served = bool(data["is_served"])
    environment = environment_of_pages()
    environment.globals.update(
        page_title=data["title"],
        is_served=is_served,
        data=as_json(data) if is_served else "",
        packed="" if is_served else packed(data),
        style=style(),
        vis_network=script(),
        module=module(),
        charts="" if is_served else packed_text(bundle()),
        policy=policy(
            scripts=() if is_served else (inline(script()), inline(module()), bundle()),
            styles=() if is_served else (inline(style()),),
            is_served=is_served,
            in_meta=True,
        ),
    )
    net = network(opened.picture, drawn.nodes, environment)
    return str(net.generate_html(name="explorer.html"))


def environment_of_pages() -> "Environment":
    """Return the Jinja environment of our templates: it escapes, and a missing name is a fault."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("hanse.viz", "page")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def inline(text: str) -> str:
    """Return a script or style as it stands between its tags in the template."""
    return f"\n{text}\n"


def as_json(data: object) -> str:
    """Return JSON that cannot end the element it stands in, whatever names it holds."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def packed(data: object) -> str:
    """Return the data compressed, as letters: a tenth of its size, the same for the same data."""
    return packed_text(json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def packed_text(text: str) -> str:
    """Return a text compressed, as letters."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), mtime=0)).decode("ascii")


@cache
def style() -> str:
    """Return the stylesheet of the page."""
    return f"{stylesheet()}\n{_text(STYLE)}"


@cache
def module() -> str:
    """Return the one module that links the panes of the page."""
    return _text(MODULE)


def _text(name: str) -> str:
    return (files("hanse.viz") / "page" / name).read_text(encoding="utf-8")
