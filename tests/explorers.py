"""Small projects to draw and to explore, with names as hostile as a stranger may send.

Eight clusters of the field of LASER-GO, an alliance of two, a partnership that Biocat opens, a
chain of two stages and a guide of two criteria: everything the page shows, small enough to be
made anew in every test.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Final

import uvicorn
from tests.builders import claim, cluster, intake, market, partnership, thing

from hanse.graph.claims import Claim
from hanse.graph.model import Settings
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.quantities import Quantity
from hanse.graph.store import Definition
from hanse.graph.stores.sqlite import SqliteStore
from hanse.viz.server import app, listen
from hanse.viz.session import Session

OPTICS: Final = {"technology_field": ["Optics"], "sectoral_industry": ["Lighting"]}
CARE: Final = {"s3_priority": ["Ageing societies"], "sectoral_industry": ["Biopharmaceuticals"]}
TOURISM: Final = {"sectoral_industry": ["Hospitality and Tourism"]}
HOSTILE: Final = (
    "</script><script>document.title='broken'</script>",
    "<img src=x onerror=\"document.title='broken'\">",
    "\"quotes\" & 'more' `href`",
    "\u202eevitcepsrep\u202c مجموعة",
    "{{ 7 * 7 }} {% raw %} Košice\u2028IT",
)
CHAIN: Final = """\
id = "light"
label = "Light in medicine"

[[stages]]
id = "components"
label = "Components"
categories = [{ scheme = "technology_field", label = "Optics", relevance = 1 }]

[[stages]]
id = "care"
label = "Care"
categories = [{ scheme = "s3_priority", label = "Ageing societies", relevance = 0.7 }]
"""
GUIDE: Final = """\
id = "short"
label = "A short guide"

[groups]
size = "Size"

[scales.listed]
kind = "yes_no"

[scales.steps]
kind = "likert"
maximum = 5

[[criteria]]
id = "listed"
question = "Is it listed?"
group = "size"
weight = 40
evidence = "eccp_listed"
scale = "listed"

[[criteria]]
id = "interest"
question = "Is it interested?"
group = "size"
weight = 60
scale = "steps"
"""


def claims() -> list[Claim]:
    """Return what is known of the small project."""
    return [
        *market("Canada", country="CA"),
        *cluster("LITEK", country="LT", regions=["Lithuania"], categories=OPTICS),
        *cluster("OpticsValley", country="FR", categories=OPTICS),
        *cluster(
            "Biocat",
            country="ES",
            regions=["Catalonia"],
            categories=CARE,
            numbers={"companies": 871},
            aliases=["Bioregió de Catalunya"],
        ),
        *cluster("Lyonbiopôle", country="FR", regions=["Rhône-Alpes"], categories=CARE),
        *cluster("Medicen", country="FR", categories=CARE),
        claim("medicen", "members", Quantity(value=250, unit="members", qualifier="about")),
        claim("medicen", "members", Quantity(value=300, unit="members", qualifier="at_least")),
        claim("medicen", "eccp_listed", True),
        *cluster("Balneological Tourism", country="RO", categories=TOURISM),
        *cluster("ZAB Brandenburg", country="DE"),
        *cluster("BioM", country="DE", categories=CARE),
        *partnership("LASER-GO", members=["litek", "opticsvalley"], targets=["canada"]),
        *partnership("bioXclusters", members=["biocat", "lyonbiopole", "biom"]),
        *thing("group", "Pool"),
        *(claim(member, "in_group", "pool") for member in ("biocat", "medicen")),
    ]


def hostile() -> list[Claim]:
    """Return clusters whose names try to break out, each in a country and a category."""
    return [
        said
        for number, name in enumerate(HOSTILE)
        for said in cluster(
            name,
            id=f"hostile-{number}",
            country="FR",
            categories={"sectoral_industry": [f"{name} sector"], "s3_priority": ["Care"]},
            aliases=[f"also {name}"],
        )
    ]


def session(
    *more: Claim, title: str = "Light in medicine", as_of: str | None = "2017-04-13"
) -> Session:
    """Return a session of the small project with some claims more."""
    settings = Settings(
        title=title, alliance="laser-go", chain="light", guide="short", pool="pool", as_of=as_of
    )
    definitions = [
        Definition(kind="chain", id="light", text=CHAIN),
        Definition(kind="guide", id="short", text=GUIDE),
    ]
    brought = intake([*claims(), *more], settings=settings, definitions=definitions)
    store = SqliteStore.in_memory([brought], address="small")
    return Session(store, PartnershipGraph.of(store, as_of=as_of))


def bare() -> Session:
    """Return a session of a project without an alliance, a chain or a guide of its own."""
    store = SqliteStore.in_memory([intake(claims())], address="bare")
    return Session(store, PartnershipGraph.of(store))


@contextmanager
def serving(asked: Session) -> Iterator[str]:
    """Serve the explorer of a session as ``hanse explore`` does, and give its address."""
    listener = listen(None)
    config = uvicorn.Config(app(asked), log_level="warning", ws="none")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    server.should_exit = True
    thread.join()
    listener.close()
