from hanse.graph.stores.neo4j.kinds import Circumstances


def test_what_a_question_asks_of_is_what_a_driver_takes() -> None:
    about = Circumstances(
        classes=(0, 1),
        covered=(("usa",), ("japan",)),
        touched=(("usa", "america"), ("japan",)),
        access=("partnership",),
        has_networks=False,
        enough=6,
    )

    assert about.parameters["touching"] == ["america", "japan", "usa"]
    assert about.parameters["covered"] == [["usa"], ["japan"]]
