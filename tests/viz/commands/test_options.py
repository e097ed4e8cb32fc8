from hanse.viz.commands.options import split


def test_a_list_of_names_is_parted_by_commas_and_spaces_do_not_count() -> None:
    assert split("biocat, Medicen Paris Region,optence") == [
        "biocat",
        "Medicen Paris Region",
        "optence",
    ]


def test_nothing_is_an_empty_list() -> None:
    assert split(None) == split("") == split(" , ") == []
