"""One project open for questions: names resolved, defaults filled in, answers asked for.

The command line, the served page and the exported file all ask through here, so that the
same question has the same answer everywhere.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from hanse.graph.assumptions import Assumption
from hanse.graph.dates import check_date
from hanse.graph.errors import BadInput, UnknownName, UserMistake
from hanse.graph.ids import key
from hanse.graph.model import Guide, ValueChain
from hanse.graph.partnership_graph import PartnershipGraph
from hanse.graph.rules import Rules
from hanse.graph.store import Store
from hanse.ingest.assumptions import read_assumption
from hanse.ingest.chains import read_chain
from hanse.ingest.guides import read_guide
from hanse.ingest.rules import read_rules
from hanse.ingest.toml_text import LARGEST
from hanse.queries.alliances import declined as who_declined
from hanse.queries.alliances import members as alliance_members
from hanse.queries.assessments import PeopleRatings
from hanse.queries.complementarity import Candidates, candidates
from hanse.queries.conflicts import Conflict, conflicts
from hanse.queries.reach import Reach, reach
from hanse.queries.rubric import Evaluation, evaluate
from hanse.viz.projects import open_store

NO_DEFINITIONS = (".yaml", ".yml", ".json", ".jsonld", ".xml", ".csv", ".xlsx", ".txt", ".ini")
ALLIANCE_KINDS = ("partnership", "consortium", "alliance", "network", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance:
    """The clusters one reasons about, and the markets they go for."""

    name: str | None
    members: tuple[str, ...]
    targets: tuple[str, ...]


class Session:
    """A project on a day, with its defaults."""

    def __init__(self, store: Store, graph: PartnershipGraph) -> None:
        self.store = store
        self.graph = graph

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
        return cls(store, PartnershipGraph.of(store, as_of=day))

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
        ids = tuple(map(self._cluster, members)) or alliance_members(self.graph, str(base))
        ids = tuple(dict.fromkeys((*ids, *map(self._cluster, add))))
        leaving = tuple(map(self._cluster, remove))
        for cluster in leaving:
            if cluster not in ids:
                hint = f"the members are {', '.join(ids)}"
                raise BadInput(f"{cluster} is not in the alliance", where="--remove", hint=hint)
        chosen = tuple(self.graph.find(market, "market") for market in markets)
        targets = chosen or (self._targets(base) if base else ())
        return Alliance(
            name=base, members=tuple(c for c in ids if c not in leaving), targets=targets
        )

    def alliance_id(self, name: str | None = None) -> str:
        """Return the id of the alliance that is named, or of the project's own."""
        chosen = name or self.graph.settings.alliance
        if chosen is None:
            hint = "name one: --for ALLIANCE or --members a,b,c"
            raise BadInput("no alliance is named, and the project has none of its own", hint=hint)
        return self.graph.find(chosen, *ALLIANCE_KINDS)

    def _cluster(self, name: str) -> str:
        return self.graph.find(name, "cluster")

    def _targets(self, alliance: str) -> tuple[str, ...]:
        """Return the markets an alliance goes for; what it only explores is no target."""
        stated = self.graph.ties(alliance, "targets")
        return tuple(dict.fromkeys(c.other for c in stated if c.role in (None, "targets")))

    def pool(self, named: Sequence[str] = (), alliance: Alliance | None = None) -> tuple[str, ...]:
        """Return the candidates to evaluate: named ones, else the project's pool, else all.

        A name may be a cluster or a group. The project's pool is joined by the members.
        """
        if named:
            return tuple(dict.fromkeys(c for name in named for c in self._clusters(name)))
        if self.graph.settings.pool:
            members = alliance.members if alliance else ()
            pool = self._clusters(self.graph.settings.pool)
            return tuple(dict.fromkeys((*members, *pool)))
        return self.graph.ids("cluster")

    def _clusters(self, name: str) -> tuple[str, ...]:
        found = self.graph.find(name, "cluster", *ALLIANCE_KINDS)
        return (found,) if self.graph.kind(found) == "cluster" else self.graph.members(found)

    def chain(self, name: str | None = None) -> ValueChain:
        """Return the value chain of this id, in this TOML file, or the project's own."""
        text, where = self._definition("chain", name or self.graph.settings.chain)
        return read_chain(text, where=where)

    def guide(self, name: str | None = None) -> Guide:
        """Return the guide of this id, in this TOML file, or the project's own."""
        text, where = self._definition("guide", name or self.graph.settings.guide)
        return read_guide(text, where=where)

    def rules(self, name: str | None = None) -> Rules:
        """Return the rules of this id, in this TOML file, or the project's own."""
        text, where = self._definition("rules", name or self.graph.settings.rules)
        return read_rules(text, where=where)

    def definition(self, kind: str, name: str | None = None) -> tuple[str, str]:
        """Return the text of a guide or chain as it was written, and where it stands."""
        default = {"guide": self.graph.settings.guide, "chain": self.graph.settings.chain}[kind]
        return self._definition(kind, name or default)

    def _definition(self, kind: str, name: str | None) -> tuple[str, str]:
        if name is None:
            hint = f"name one: --{kind} ID or FILE.toml"
            named = f"no {kind} {'are' if kind == 'rules' else 'is'} named"
            raise BadInput(f"{named}, and the project has none of its own", hint=hint)
        if name.endswith(".toml"):
            return _read(Path(name)), name
        kept = {d.id: d.text for d in self.graph.definitions(kind)}
        found = self.definition_id(kind, name)
        if found is None:
            raise _no_definition(name, kind, kept)
        return kept[found], f"{kind} {found}"

    def definition_id(self, kind: str, name: str) -> str | None:
        """Return the id of what is kept under an id or a label, or None; case and accents aside."""
        wanted, kept = key(name), self.graph.definitions(kind)
        if any(d.id == name for d in kept):
            return name
        labels = ((d.id, _label(d.text)) for d in kept)
        found = [id_ for id_, label in labels if wanted in (key(id_), key(label))]
        return found[0] if len(found) == 1 else None

    # -- the questions ---------------------------------------------------------------------

    def candidates(
        self,
        alliance: Alliance,
        chain: ValueChain,
        *,
        pool: Sequence[str] | None = None,
        include_networks: bool = False,
    ) -> Candidates:
        """Ask who completes the alliance along the chain; who declined is not asked again."""
        declined = self.declined(alliance)
        considered = self.graph.ids("cluster") if pool is None and declined else pool
        asked = None if considered is None else [c for c in considered if c not in declined]
        return candidates(
            self.graph,
            alliance=alliance.members,
            chain=chain,
            targets=alliance.targets,
            pool=asked,
            include_networks=include_networks,
        )

    def declined(self, alliance: Alliance) -> tuple[str, ...]:
        """Return who declined to join the alliance; nobody declines one without a name."""
        return who_declined(self.graph, alliance.name) if alliance.name else ()

    def evaluate(self, guide: Guide, pool: Sequence[str]) -> Evaluation:
        """Ask how well each candidate of the pool meets the guide, by people and by facts."""
        people = PeopleRatings(self.graph, guide)
        return evaluate(self.graph, guide, candidates=pool, ratings=people)

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
        return reach(
            self.graph,
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
        found = self.candidates(alliance, self.chain(chain)).candidates
        return tuple(candidate.id for candidate in found[:number])

    def reading(self, names: str) -> tuple[Assumption, ...]:
        """Return the assumptions of one reading: ids or TOML files, joined by ``+``."""
        wanted = [name.strip() for name in names.split("+")]
        return tuple(self._assumption(name) for name in wanted if name)

    def _assumption(self, name: str) -> Assumption:
        text, where = self._definition("assumption", name)
        return read_assumption(text, where=where)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Ask what does not add up."""
        return conflicts(self.graph)


def _read(path: Path) -> str:
    """Return the text of a file; of one that is too large no more than shows that it is."""
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(LARGEST + 1)
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is not text in UTF-8"
        raise UserMistake(str(reason), where=str(path), hint="name a TOML file") from None


def _label(text: str) -> str:
    """Return the label of a kept definition; an empty one where its text is no TOML."""
    try:
        return str(tomllib.loads(text).get("label", ""))
    except (tomllib.TOMLDecodeError, RecursionError):
        return ""


def _no_definition(name: str, kind: str, kept: Iterable[str]) -> UserMistake:
    """Return why this names no guide, chain or rules: a file in another format, or unknown."""
    ending = Path(name).suffix.casefold()
    if ending not in NO_DEFINITIONS:
        return UnknownName(name, kind=kind, known=kept)
    verb = "rules are" if kind == "rules" else f"a {kind} is"
    what = f"{verb} read from TOML, not from {ending}"
    return BadInput(what, where=name, hint=f"write it as TOML: {Path(name).stem}.toml")
