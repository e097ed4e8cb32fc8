"""One project open for questions: names resolved, defaults filled in, answers asked for.

The command line, the served page and the exported file all ask through here, so that the
same question has the same answer everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

from hanse.graph.assumptions import Assumption
from hanse.graph.dates import check_date
from hanse.graph.errors import BadInput
from hanse.graph.model import Guide, Settings, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Rules
from hanse.graph.store import Store
from hanse.ingest.chains import read_chain
from hanse.queries.alliances import declined as who_declined
from hanse.queries.alliances import members as alliance_members
from hanse.queries.complementarity import Candidates
from hanse.queries.engine import Engine
from hanse.queries.reach import Reach
from hanse.queries.rubric import Evaluation
from hanse.viz.definitions import id_of, written
from hanse.viz.projects import open_store

if TYPE_CHECKING:
    from hanse.queries.conflicts import Conflict

ALLIANCE_KINDS = ("partnership", "consortium", "alliance", "network", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance:
    """The clusters one reasons about, and the markets they go for."""

    name: str | None
    members: tuple[str, ...]
    targets: tuple[str, ...]


class Session:
    """A project on a day, with its defaults."""

    def __init__(
        self, store: Store, graph: PartnershipGraph | None = None, *, engine: Engine | None = None
    ) -> None:
        self.store = store
        self.engine = engine or Engine(store, graph=graph)
        self._shown = graph

    @property
    def graph(self) -> PartnershipGraph:
        """Return the graph that is shown: of the whole project, unless a part was chosen.

        Raises
        ------
        TooLarge
            When the whole project is asked for and is too large to be a graph.
        """
        return self.engine.graph if self._shown is None else self._shown

    def showing(self, graph: PartnershipGraph) -> "Session":
        """Return a session that shows ``graph``, and asks its questions of the whole project."""
        return Session(self.store, graph, engine=self.engine)

    def about(self, things: Sequence[str]) -> "Session":
        """Return a session that shows at least these things, by their ids, and what is told."""
        return self.showing(self.engine.part(things))

    @property
    def as_of(self) -> str | None:
        """Return the day that questions are asked for; ``None`` is all days together."""
        return self.engine.as_of

    @property
    def settings(self) -> Settings:
        """Return what the project takes when nothing else is asked for."""
        return self.engine.settings

    @classmethod
    def open(cls, project: str, *, as_of: str | None = None, every_day: bool = False) -> Self:
        """Open ``project`` as it stood on ``as_of``; by default on the project's own day.

        With ``every_day`` nothing is left out unless a day is given: what is listed, shown
        and held against each other needs all that was ever stated.
        """
        day = check_date(as_of, where="--as-of") if as_of else None
        store = open_store(project)
        if day is None and not every_day:
            day = store.contents().settings.as_of
        return cls(store, engine=Engine(store, as_of=day))

    # -- what a question is about ----------------------------------------------------------

    def alliance(
        self,
        name: str | None = None,
        *,
        members: Sequence[str] = (),
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
        markets: Sequence[str] = (),
    ) -> Alliance:
        """Return the alliance that is named or made up, after adding and removing.

        Raises
        ------
        UnknownName
            When a name is not known; the nearest are offered.
        BadInput
            When nothing is named and the project has no alliance of its own, or a cluster
            is to be removed that is not a member.
        """
        base = None if members else self.alliance_id(name)
        ids = tuple(map(self._cluster, members)) or self._members(str(base))
        ids = tuple(dict.fromkeys((*ids, *map(self._cluster, add))))
        leaving = tuple(map(self._cluster, remove))
        for cluster in leaving:
            if cluster not in ids:
                hint = f"the members are {', '.join(ids)}"
                raise BadInput(f"{cluster} is not in the alliance", where="--remove", hint=hint)
        targets = self.markets(markets) or (self._targets(base) if base else ())
        return Alliance(
            name=base, members=tuple(c for c in ids if c not in leaving), targets=targets
        )

    def markets(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of target markets by their names."""
        return tuple(self.engine.find(market, "market") for market in names)

    def alliance_id(self, name: str | None = None) -> str:
        """Return the id of the alliance that is named, or of the project's own."""
        chosen = name or self.settings.alliance
        if chosen is None:
            hint = "name one: --for ALLIANCE or --members a,b,c"
            raise BadInput("no alliance is named, and the project has none of its own", hint=hint)
        return self.engine.find(chosen, *ALLIANCE_KINDS)

    def _cluster(self, name: str) -> str:
        return self.engine.find(name, "cluster")

    def _members(self, alliance: str) -> tuple[str, ...]:
        return alliance_members(self.engine.near(alliance), alliance)

    def _targets(self, alliance: str) -> tuple[str, ...]:
        """Return the markets an alliance goes for; what it only explores is no target."""
        stated = self.engine.near(alliance).ties(alliance, "targets")
        return tuple(dict.fromkeys(c.other for c in stated if c.role in (None, "targets")))

    def pool(self, named: Sequence[str] = (), alliance: Alliance | None = None) -> Sequence[str]:
        """Return the candidates to evaluate: named ones, else the project's pool, else all.

        A name may be a cluster or a group. The project's pool is joined by the members.
        """
        if named:
            return tuple(dict.fromkeys(c for name in named for c in self._clusters(name)))
        if self.settings.pool:
            members = alliance.members if alliance else ()
            pool = self._clusters(self.settings.pool)
            return tuple(dict.fromkeys((*members, *pool)))
        return self.engine.clusters()

    def _clusters(self, name: str) -> tuple[str, ...]:
        found = self.engine.find(name, "cluster", *ALLIANCE_KINDS)
        near = self.engine.near(found)
        return (found,) if near.kind(found) == "cluster" else near.members(found)

    def chain(self, name: str | None = None) -> ValueChain:
        """Return the value chain of this id, in this TOML file, or the project's own."""
        text, where = self._definition("chain", name or self.settings.chain)
        return read_chain(text, where=where)

    def guide(self, name: str | None = None) -> Guide:
        """Return the guide of this id, in this TOML file, or the project's own."""
        from hanse.ingest.guides import read_guide

        text, where = self._definition("guide", name or self.settings.guide)
        return read_guide(text, where=where)

    def rules(self, name: str | None = None) -> Rules:
        """Return the rules of this id, in this TOML file, or the project's own."""
        from hanse.ingest.rules import read_rules

        text, where = self._definition("rules", name or self.settings.rules)
        return read_rules(text, where=where)

    def definition(self, kind: str, name: str | None = None) -> tuple[str, str]:
        """Return the text of a guide or chain as it was written, and where it stands."""
        default = {"guide": self.settings.guide, "chain": self.settings.chain}[kind]
        return self._definition(kind, name or default)

    def _definition(self, kind: str, name: str | None) -> tuple[str, str]:
        return written(kind, name, self.engine.definitions(kind))

    def definition_id(self, kind: str, name: str) -> str | None:
        """Return the id of what is kept under an id or a label, or None; case and accents aside."""
        return id_of(name, self.engine.definitions(kind))

    # -- the questions ---------------------------------------------------------------------

    def candidates(
        self,
        alliance: Alliance,
        chain: ValueChain,
        *,
        pool: Sequence[str] | None = None,
        include_networks: bool = False,
        top: int | None = None,
    ) -> Candidates:
        """Ask who completes the alliance along the chain; who declined is not asked again.

        Of a large project only the best ``top`` are told.
        """
        return self.engine.candidates(
            alliance=alliance.members,
            chain=chain,
            targets=alliance.targets,
            pool=pool,
            without=self.declined(alliance),
            include_networks=include_networks,
            top=top,
        )

    def declined(self, alliance: Alliance) -> tuple[str, ...]:
        """Return who declined to join the alliance; nobody declines one without a name."""
        if not alliance.name:
            return ()
        return who_declined(self.engine.near(alliance.name), alliance.name)

    def evaluate(self, guide: Guide, pool: Sequence[str], *, top: int | None = None) -> Evaluation:
        """Ask how well each candidate of the pool meets the guide, by people and by facts.

        Of a large project only the best ``top`` are told.
        """
        return self.engine.evaluate(guide, pool, top=top)

    def reach(
        self,
        alliance: Alliance,
        *,
        include_networks: bool = False,
        assumptions: Sequence[Assumption] = (),
        candidates: Sequence[str] = (),
        with_marginal: bool = True,
    ) -> Reach:
        """Ask how far the alliance reaches, and what ``candidates`` would each add."""
        return self.engine.reach(
            alliance=alliance.members,
            include_networks=include_networks,
            assumptions=assumptions,
            candidates=candidates,
            with_marginal=with_marginal,
        )

    def best_candidates(
        self, alliance: Alliance, number: int, chain: str | None = None
    ) -> tuple[str, ...]:
        """Return the ids of the best candidates along a chain, by default the project's own."""
        found = self.candidates(alliance, self.chain(chain), top=number).candidates
        return tuple(candidate.id for candidate in found[:number])

    def reading(self, names: str) -> tuple[Assumption, ...]:
        """Return the assumptions of one reading: ids or TOML files, joined by ``+``."""
        wanted = [name.strip() for name in names.split("+")]
        return tuple(self._assumption(name) for name in wanted if name)

    def _assumption(self, name: str) -> Assumption:
        from hanse.ingest.assumptions import read_assumption

        text, where = self._definition("assumption", name)
        return read_assumption(text, where=where)

    @cached_property
    def conflicts(self) -> "tuple[Conflict, ...]":
        """Ask what does not add up."""
        from hanse.queries.conflicts import conflicts

        fields = self.rules().fields if self.settings.rules else ()
        return conflicts(self.graph, fields=fields)
