"""What another alliance reaches more and less: one answer, served or exported."""

import pytest
from tests.explorers import bare, session

from hanse.graph.errors import BadInput, UnknownName
from hanse.viz.answers import candidates_document, reach_document
from hanse.viz.opening import Opening, opening
from hanse.viz.what_if import change, key_of, one_step_away, what_if_document


@pytest.fixture(scope="module")
def opened() -> Opening:
    return opening(session())


def test_its_reach_is_that_of_the_command(opened: Opening) -> None:
    asked = opened.session.alliance("laser-go", add=["biocat"])
    answer = what_if_document(opened, ["litek", "opticsvalley", "biocat"])

    assert answer["reach"] == reach_document(opened.session, opened.session.reach(asked))


def test_its_candidates_are_those_of_the_command(opened: Opening) -> None:
    assert opened.chain is not None
    asked = opened.session.alliance("laser-go", add=["biocat"])
    ranked = opened.session.candidates(asked, opened.chain)
    answer = what_if_document(opened, ["litek", "opticsvalley", "biocat"])

    assert answer["candidates"] == candidates_document(opened.session, ranked)


def test_adding_biocat_opens_its_partnership(opened: Opening) -> None:
    """Directly Biocat brings itself; as an access point it brings bioXclusters as well."""
    answer = what_if_document(opened, ["litek", "opticsvalley", "biocat"])
    changed = answer["change"]

    assert changed["direct"]["clusters"] == {"more": ["biocat"], "fewer": []}  # type: ignore[index]
    assert set(changed["total"]["clusters"]["more"]) == {"biocat", "biom", "lyonbiopole"}  # type: ignore[index]
    assert changed["total"]["countries"]["more"] == ["DE", "ES"]  # type: ignore[index]


def test_removing_a_member_is_said_as_fewer(opened: Opening) -> None:
    changed = what_if_document(opened, ["litek"])["change"]

    assert changed["direct"]["countries"] == {"more": [], "fewer": ["FR"]}  # type: ignore[index]


def test_counts_stand_side_by_side_and_are_not_subtracted(opened: Opening) -> None:
    changed = what_if_document(opened, ["litek", "opticsvalley", "biocat"])["change"]
    companies = changed["direct"]["counts"]["companies"]  # type: ignore[index]

    assert companies["before"] == {"low": None, "high": None}
    assert companies["after"]["low"] == 871


def test_nothing_changes_against_itself(opened: Opening) -> None:
    assert opened.reach is not None
    same = change(opened.reach, opened.reach)

    assert same["total"]["regions"] == {"more": [], "fewer": []}  # type: ignore[index]


def test_an_alliance_of_nobody_is_refused(opened: Opening) -> None:
    with pytest.raises(BadInput):
        what_if_document(opened, [])


def test_a_member_that_nobody_knows_is_refused(opened: Opening) -> None:
    with pytest.raises(UnknownName):
        what_if_document(opened, ["litek", "nobody"])


def test_one_step_away_is_each_cluster_more_and_each_member_fewer(opened: Opening) -> None:
    away = one_step_away(opened)

    assert len(away) == 6 + 2
    assert away["biocat,litek,opticsvalley"] == ("litek", "opticsvalley", "biocat")
    assert away["litek"] == ("litek",)
    assert key_of(["opticsvalley", "litek"]) not in away


def test_without_an_alliance_there_is_nothing_to_step_away_from() -> None:
    assert one_step_away(opening(bare())) == {}


def test_colours_keep_the_scale_of_the_start(opened: Opening) -> None:
    answer = what_if_document(opened, ["litek", "opticsvalley", "biocat"])
    steps = answer["steps"]

    assert isinstance(steps, dict)
    assert set(steps) == {"lyonbiopole", "medicen", "biom"}
    assert max(steps.values()) <= len(opened.picture.colours[0].breaks)
