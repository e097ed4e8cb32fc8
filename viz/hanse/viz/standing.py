"""Name the parties of a comparison: an alliance, a partnership, or clusters made up here."""

from hanse.queries.comparison import Party
from hanse.viz.session import Session


def party_of(session: Session, text: str) -> Party:
    """Return the alliance that ``text`` names, or the clusters that it lists: ``a,b,c``."""
    if "," in text:
        names = [name.strip() for name in text.split(",") if name.strip()]
        asked = session.alliance(members=names)
    else:
        asked = session.alliance(text)
    return Party(name=asked.name or text, members=asked.members, targets=asked.targets)
