from hanse.graph.stores.neo4j.kinds import Circumstances, Worths


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


def test_worths_are_given_by_their_names_in_the_statements() -> None:
    worths = Worths(groups=(0.4,), regions=(0.0, 0.15), markets=(0.0,), access=(0.0, 0.1))

    assert worths.parameters == {
        "least": [0.4],
        "regions": [0.0, 0.15],
        "markets": [0.0],
        "worths": [0.0, 0.1],
    }
