"""The steps of a search, in order, with whom each found, took up and chose."""

from tests.builders import claim, cluster, group, project, search_step, thing

from hanse.queries.searches import searches

# D4.1, sections 2.1 to 2.3, in small.
CASE = [
    *cluster("Biocat"),
    *cluster("BioM"),
    *cluster("Medicen"),
    *cluster("Optence"),
    *group("annex", members=["biocat", "medicen"]),
    *thing("search_step", "The search", step_kind="search"),
    *search_step("Listed", order=2, found=["annex"], shortlisted=["medicen"]),
    *search_step("Labelled", order=1, found=["biocat", "biom"], shortlisted=["biocat"]),
    *search_step("Undescribed", kind="gap", shortlisted=["optence"]),
    *search_step("Outcome", kind="outcome", chosen=["optence", "medicen"], as_of="2017-07-07"),
]


def test_steps_follow_their_order_and_those_without_one_come_last() -> None:
    (search,) = searches(project(CASE))

    assert search.label == "The search"
    assert [step.id for step in search.steps] == ["labelled", "listed", "outcome", "undescribed"]
    assert [step.id for step in search.working_steps] == ["labelled", "listed", "undescribed"]


def test_a_group_stands_for_its_members_and_names_nobody() -> None:
    (search,) = searches(project(CASE))
    listed = search.steps[1]

    assert listed.found == ("biocat", "medicen")
    assert listed.by_name == ()
    assert listed.named == ("medicen",)


def test_whom_the_search_looked_at_by_name_is_kept_in_the_order_of_the_steps() -> None:
    (search,) = searches(project(CASE))

    assert search.named == ("biocat", "biom", "medicen", "optence")


def test_the_outcome_is_there_only_from_its_own_day() -> None:
    assert searches(project(CASE))[0].chosen == ("medicen", "optence")
    assert searches(project(CASE, as_of="2017-04-13"))[0].chosen == ()
    assert searches(project(CASE, as_of="2017-07-07"))[0].chosen == ("medicen", "optence")


def test_several_searches_keep_their_own_steps() -> None:
    second = [
        *thing("search_step", "Second", step_kind="search"),
        *search_step("Asked", found=["biom"]),
        claim("asked", "part_of", "second"),
    ]
    by_id = {search.id: search for search in searches(project([*CASE, *second]))}

    assert [step.id for step in by_id["second"].steps] == ["asked"]
    assert by_id["the-search"].steps == ()


def test_steps_without_a_search_make_one() -> None:
    (search,) = searches(project([*cluster("Biocat"), *search_step("Only", found=["biocat"])]))

    assert (search.id, search.named) == ("search", ("biocat",))


def test_without_steps_there_is_no_search() -> None:
    assert searches(project(cluster("Biocat"))) == ()
