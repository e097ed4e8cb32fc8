"""The reach of an alliance with the largest gains of all who could be added next."""

from dataclasses import dataclass
from typing import Final

from hanse.queries.indexed.promising import promising
from hanse.queries.reach import Reach
from hanse.queries.reach_gains import DEFAULT, with_largest_gains
from hanse.viz.session import Alliance, Session

# So many clusters are compared exactly; of more, those that promise most by their own figures.
COMPARED: Final = 300
PROMISING: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaining:
    """A reach whose gains are the largest ``by`` something.

    ``considered`` clusters could be added; ``compared`` of them were asked exactly, so that
    where there are fewer a larger gain may have been missed.
    """

    reach: Reach
    by: str
    considered: int
    compared: int


def reach_with_gains(
    session: Session,
    alliance: Alliance,
    number: int,
    *,
    by: str = DEFAULT,
    include_networks: bool = False,
    with_marginal: bool = True,
) -> Gaining:
    """Return the reach of an alliance with the ``number`` largest gains if added next.

    Everybody is considered but the members and who declined. What is ordered is what is told:
    the same bounds.
    """
    without = {*alliance.members, *session.declined(alliance)}
    everybody = session.engine.clusters()
    if len(everybody) <= COMPARED:
        pool = tuple(cluster for cluster in everybody if cluster not in without)
    else:
        pool = promising(
            session.engine.index,
            alliance.members,
            most=max(PROMISING, 2 * number),
            by=by,
            without=without,
            include_networks=include_networks,
        )
    found = session.reach(
        alliance,
        include_networks=include_networks,
        candidates=pool,
        with_marginal=with_marginal,
    )
    return Gaining(
        reach=with_largest_gains(found, number, by=by),
        by=by,
        considered=len(everybody) - len(without),
        compared=len(pool),
    )
