"""What the served page may ask: the questions of the command line, as GET requests.

Each answer is the document that the command prints with ``--json``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Annotated, Self

from fastapi import APIRouter, Query, Response

from hanse.graph.errors import BadInput
from hanse.queries.rubric import Evaluation
from hanse.viz import answers, documents
from hanse.viz.conflict_documents import conflicts_document
from hanse.viz.documents import Document, common
from hanse.viz.explorer import served_page
from hanse.viz.opening import Opening, every_day, opening
from hanse.viz.page_answers import best_sets, bridges_of, gains_document, timeline_document
from hanse.viz.scoring import Scores, complementarity_scores, evaluation_scores, merge
from hanse.viz.session import Alliance, Session
from hanse.viz.source_documents import source_document
from hanse.viz.stories import story_document
from hanse.viz.surroundings import listed, search_document, told_document
from hanse.viz.weights import read_weights, reweighted
from hanse.viz.what_if import made_up, what_if_document

Names = Annotated[str | None, Query(description="Ids or names, separated by commas.")]
Name = Annotated[str | None, Query(description="An id or any known name.")]
Weights = Annotated[
    str | None,
    Query(description="Weights in percent by criterion: size:40,interest:60; the guide's if none."),
]
Networks = Annotated[bool, Query(description="Whether networks give access, too.")]


@dataclass(frozen=True)
class Desk:
    """Answers questions of one project on one day; it keeps nothing between two of them.

    ``everything`` is the session of all days, which profiles and conflicts are asked of.
    """

    opening: Opening
    everything: Session

    @classmethod
    def of(cls, session: Session) -> Self:
        """Ask the project's own questions, and be ready for others."""
        opened = opening(session)
        return cls(opening=opened, everything=every_day(opened.session))

    def around(self, thing: str | None, members: str | None = None) -> "Desk":
        """Return the desk whose page shows what lies around a thing of a large project.

        A small project is shown whole, whatever is asked for. ``members`` are those of an
        alliance made up, as ids joined by commas.
        """
        if not self.session.engine.is_large or not (thing or members):
            return self
        return _desk_around(self.session, thing, members)

    @property
    def session(self) -> Session:
        """Return the session on the day of the page."""
        return self.opening.session

    @cached_property
    def page(self) -> tuple[str, str]:
        """Return the page and its content security policy."""
        return served_page(self.opening, self.everything)

    def router(self) -> APIRouter:
        """Return the routes of the questions."""
        router = APIRouter(prefix="/api")
        router.add_api_route("/alliance.xlsx", self.workbook, methods=["GET"], name="workbook")
        for name, question in self._questions().items():
            router.add_api_route(f"/{name}", question, methods=["GET"], name=name)
        return router

    def _questions(self) -> dict[str, Callable[..., Document]]:
        return {
            "search": self.search,
            "clusters": self.clusters,
            "partnerships": self.partnerships,
            "show": self.show,
            "sources": self.sources,
            "source": self.source,
            "conflicts": self.conflicts,
            "candidates": self.candidates,
            "evaluate": self.evaluate,
            "reach": self.reach,
            "what-if": self.what_if,
            "gains": self.gains,
            "timeline": self.timeline,
            "compose": self.compose,
            "figure": self.figure,
            "story": self.story,
            "bridges": self.bridges,
        }

    def search(
        self, q: Annotated[str, Query(description="Words, or their beginnings.", max_length=200)]
    ) -> Document:
        """Find things by what they are called, among all of the project."""
        return search_document(self.session, q)

    def clusters(self) -> Document:
        """List the cluster organisations with the scores that the page opens with."""
        return documents.clusters_document(self.session, scores=self._scores())

    def partnerships(self) -> Document:
        """List the partnerships, networks and consortia with their members."""
        return documents.partnerships_document(self.session)

    def show(self, name: Annotated[str, Query(description="An id or any known name.")]) -> Document:
        """Show everything said of one thing, each statement with its source."""
        return told_document(self.everything, name)

    def sources(self) -> Document:
        """List the sources with the number of claims of each."""
        return documents.sources_document(self.everything)

    def source(self, name: Annotated[str, Query(description="The id of a source.")]) -> Document:
        """Show what a source states, section by section."""
        return source_document(self.everything, name)

    def conflicts(self) -> Document:
        """List what does not add up."""
        return conflicts_document(self.everything, self.everything.conflicts)

    def candidates(
        self,
        alliance: Annotated[str | None, Query(alias="for")] = None,
        members: Names = None,
        add: Names = None,
        remove: Names = None,
        chain: Name = None,
        networks: Networks = False,
    ) -> Document:
        """Ask who completes an alliance along a value chain."""
        asked = self._alliance(alliance, members, add, remove)
        found = self.session.candidates(
            asked,
            self.session.chain(_id(chain)),
            include_networks=networks,
            top=listed(self.session),
        )
        return answers.candidates_document(self.session, found)

    def evaluate(
        self, guide: Name = None, candidates: Names = None, weights: Weights = None
    ) -> Document:
        """Ask how good each candidate is by a guide, and how sure that is."""
        found = self._evaluation(guide, candidates, weights)
        shown = self.session.about([card.id for card in found.candidates])
        return answers.evaluate_document(shown, found)

    def _evaluation(
        self, guide: str | None, candidates: str | None, weights: str | None
    ) -> Evaluation:
        pool = self.session.pool(split(candidates), self.opening.alliance)
        asked = self.session.guide(_id(guide))
        if weights:
            asked = reweighted(asked, read_weights(weights))
        return self.session.evaluate(asked, pool, top=listed(self.session))

    def figure(
        self, name: Annotated[str, Query(description="3, 4 or axes.")], weights: Weights = None
    ) -> Document:
        """Draw a figure of the evaluation, as a Vega-Lite specification."""
        from hanse.viz.charts import figure
        from hanse.viz.figures import charted

        found = self._evaluation(None, None, weights) if weights else None
        return {**common(self.session), "figure": figure(name, charted(self.opening, found))}

    def story(self) -> Document:
        """Tell the search of the project in steps, replayed on its day."""
        return story_document(self.opening)

    def bridges(self, networks: Networks = False) -> Document:
        """List the members through which partnerships are reached."""
        self._demand_whole("the members through which partnerships are reached")
        return bridges_of(self.session, include_networks=networks)

    def gains(self, members: Names = None) -> Document:
        """Ask what each of the best candidates would add to the reach of an alliance."""
        return gains_document(self.opening, split(members))

    def timeline(self, members: Names = None) -> Document:
        """Draw the memberships of an alliance's members by their dates."""
        asked = self._made_up(members)
        return timeline_document(self.session, self.everything, asked.members)

    def compose(self, members: Names = None) -> Document:
        """Ask for the best sets of three partners, and those nearly as good."""
        self._demand_whole("the best sets of partners")
        return best_sets(self.session, self._made_up(members))

    def _demand_whole(self, asked: str) -> None:
        """Refuse what would be told of the part that is shown, as if it were the whole."""
        if self.session.engine.is_large:
            hint = "ask for candidates, which are told of all clusters"
            raise BadInput(f"{asked} are not told of so large a project", hint=hint)

    def _made_up(self, members: str | None) -> Alliance:
        return made_up(self.opening, split(members)) if members else self.session.alliance()

    def workbook(self, members: Names = None) -> Response:
        """Hand on an alliance as a workbook that loads again."""
        from hanse.viz.alliance_files import alliance_workbook

        asked = self._made_up(members)
        return Response(
            alliance_workbook(self.session, asked),
            media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            headers={"Content-Disposition": 'attachment; filename="alliance.xlsx"'},
        )

    def reach(
        self,
        alliance: Annotated[str | None, Query(alias="for")] = None,
        members: Names = None,
        add: Names = None,
        remove: Names = None,
        networks: Networks = False,
    ) -> Document:
        """Ask how far an alliance reaches."""
        asked = self._alliance(alliance, members, add, remove)
        found = self.session.reach(asked, include_networks=networks)
        return answers.reach_document(self.session, found)

    def what_if(
        self, members: Annotated[str, Query(description="Ids or names, separated by commas.")]
    ) -> Document:
        """Ask for the reach of a changed alliance, its change, and who completes it."""
        return what_if_document(self.opening, split(members))

    def _alliance(
        self, name: str | None, members: str | None, add: str | None, remove: str | None
    ) -> Alliance:
        return self.session.alliance(
            name, members=split(members), add=split(add), remove=split(remove)
        )

    def _scores(self) -> Scores:
        found: Scores = {}
        if self.opening.candidates:
            merge(found, complementarity_scores(self.opening.candidates))
        if self.opening.evaluation:
            merge(found, evaluation_scores(self.opening.evaluation))
        return found


@lru_cache(maxsize=8)
def _desk_around(session: Session, thing: str | None, members: str | None) -> Desk:
    opened = opening(session, around=thing, members=split(members))
    return Desk(opening=opened, everything=every_day(opened.session))


def split(names: str | None) -> list[str]:
    """Return the names of a comma-separated list, outer spaces aside.

    >>> split("biocat, medicen,")
    ['biocat', 'medicen']
    """
    return [name.strip() for name in (names or "").split(",") if name.strip()]


def _id(name: str | None) -> str | None:
    """Return the id of a chain or guide; a file on this machine is not read for a page.

    Raises
    ------
    BadInput
        When the name is that of a file.
    """
    if name is not None and name.endswith(".toml"):
        raise BadInput("a page names no file", where=name, hint="name a chain or guide by its id")
    return name
