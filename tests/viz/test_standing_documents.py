from hanse.queries.paths import path
from hanse.viz.session import Session
from hanse.viz.standing_documents import path_document
from hanse.viz.tables import rows


def test_every_step_of_a_path_says_where_it_stands() -> None:
    session = Session.open("laser-go", as_of="2018")

    document = path_document(session, path(session.graph, "litek", "biom"))

    steps = rows(document, "steps")
    assert steps
    assert all(step["relation"] and step["sources"] for step in steps)
