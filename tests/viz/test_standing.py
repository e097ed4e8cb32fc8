from hanse.viz.session import Session
from hanse.viz.standing import party_of


def test_a_party_is_an_alliance_by_name_or_clusters_by_list() -> None:
    session = Session.open("laser-go")

    assert party_of(session, "LASER-GO").members == session.alliance("laser-go").members
    assert party_of(session, "Biocat, Medicen").members == ("biocat", "medicen")
