"""Every code of the chain's lint, on chains with one mistake each."""

from dataclasses import replace

from tests.builders import category, cluster, project, value_chain

from hanse.graph.model import Feed, ValueChain
from hanse.queries.chain_lint import lint_chain
from hanse.queries.lint import Finding

GRAPH = project(
    [
        *cluster("A", categories={"technology_field": ["Optics", "Lasers"]}),
        *cluster("B", categories={"technology_field": ["Optics", "Trials", "Surgery", "Lasers"]}),
        *cluster("C", categories={"technology_field": ["Trials", "Surgery"]}),
    ]
)


def chain(*stages: dict[str, float]) -> ValueChain:
    return replace(value_chain(*stages), source="us")


SOUND = chain({"Optics": 1.0, "Lasers": 0.5}, {"Trials": 1.0, "Surgery": 0.5})


def findings(checked: ValueChain) -> list[Finding]:
    return list(lint_chain(checked, graph=GRAPH))


def only(checked: ValueChain, code: str) -> Finding:
    (found,) = [finding for finding in findings(checked) if finding.code == code]
    return found


def test_a_chain_in_order_has_no_findings() -> None:
    assert findings(SOUND) == []


def test_a_category_that_the_project_does_not_know_is_told_with_the_nearest() -> None:
    found = only(chain({"Optic": 1.0, "Lasers": 0.5}, {"Trials": 1, "Surgery": 0.5}),
                 "unknown-category")  # fmt: skip

    assert found.message == "the project knows no category “Optic” (technology field)"
    assert found.remedy == "did you mean “Optics”?"
    assert found.path == ("stages", 0, "categories", 0, "label")


def test_a_category_under_another_scheme_is_recognised() -> None:
    wrong = value_chain({"Optics": 1.0}, {"Trials": 1.0}, scheme="s3_priority")
    found = [f for f in findings(wrong) if f.code == "unknown-category"]

    assert found[0].remedy == "is it meant as a technology field?"


def test_where_nothing_is_near_the_way_to_the_labels_is_told() -> None:
    found = only(chain({"Zymurgy": 1.0, "Lasers": 0.5}, {"Trials": 1, "Surgery": 0.5}),
                 "unknown-category")  # fmt: skip

    assert "hanse clusters --json" in found.remedy


def test_a_stage_that_nobody_covers() -> None:
    found = only(chain({"Optics": 1.0, "Lasers": 0.5}, {"Nothing": 1.0, "None": 0.5}),
                 "stage-uncovered")  # fmt: skip

    assert (found.path, found.message) == (
        ("stages", 1), "no cluster of the project feeds Stage 2",
    )  # fmt: skip


def test_a_stage_that_hangs_on_one_cluster() -> None:
    graph = project(cluster("Solo", categories={"technology_field": ["Optics", "Trials"]}))
    found = lint_chain(chain({"Optics": 1.0, "Lasers": 0.5}, {"Trials": 0.7, "X": 1}), graph=graph)

    assert [f.message for f in found if f.code == "stage-of-one"] == [
        "only solo feeds Stage 1",
        "only solo feeds Stage 2",
    ]


def test_a_category_that_no_cluster_has() -> None:
    graph = project([*cluster("A", categories={"technology_field": ["Optics"]}),
                     *category("technology_field", "Lasers")])  # fmt: skip
    found = lint_chain(chain({"Optics": 1.0, "Lasers": 0.5}, {"Optics": 1.0, "Lasers": 0.3}),
                       graph=graph)  # fmt: skip

    assert "category-of-nobody" in [f.code for f in found]


def test_a_category_that_feeds_every_stage() -> None:
    found = only(chain({"Lasers": 1.0, "Optics": 0.5}, {"Trials": 1.0, "Optics": 0.3}),
                 "category-everywhere")  # fmt: skip

    assert found.message.startswith("“Optics” (technology field) feeds all 2 stages")
    assert found.path == ("stages", 0, "categories", 1)


def test_a_stage_fed_by_one_category_alone() -> None:
    found = only(chain({"Optics": 1.0}, {"Trials": 1.0, "Surgery": 0.5}), "single-feed")

    assert found.message == "Stage 1 is fed by “Optics” (technology field) alone"


def test_relevances_that_are_all_equal() -> None:
    found = only(chain({"Optics": 1.0, "Lasers": 1.0}, {"Trials": 1.0, "Surgery": 1.0}),
                 "equal-relevance")  # fmt: skip

    assert "relevance 1" in found.message


def test_two_stages_that_are_fed_alike() -> None:
    twins = chain({"Optics": 1.0, "Lasers": 0.5}, {"Optics": 1.0, "Lasers": 0.5})

    assert only(twins, "twin-stages").path == ("stages", 1)


def test_a_stage_without_weight() -> None:
    weightless = replace(SOUND.stages[1], weight=0.0)
    found = only(replace(SOUND, stages=(SOUND.stages[0], weightless)), "zero-weight")

    assert found.path == ("stages", 1, "weight")


def test_a_chain_in_which_a_second_provider_adds_nothing() -> None:
    assert only(replace(SOUND, provider_worths=(1.0,)), "single-worth").severity == "warning"


def test_a_chain_of_no_source() -> None:
    assert only(replace(SOUND, source=""), "no-source").path == ()


def test_the_same_label_in_two_schemes_is_two_categories() -> None:
    other = Feed(scheme="s3_priority", label="Optics", relevance=0.5)
    stages = (
        SOUND.stages[0],
        replace(SOUND.stages[1], feeds=(*SOUND.stages[1].feeds, other)),
    )

    assert "category-everywhere" not in [f.code for f in findings(replace(SOUND, stages=stages))]


def test_without_a_project_only_the_chain_itself_is_looked_at() -> None:
    assert lint_chain(chain({"Zymurgy": 1.0, "X": 0.5}, {"Y": 1.0, "Z": 0.5})) == ()
