"""The value chain's picture: one column a stage, and columns for what is on none."""

from tests.builders import cluster, project, value_chain

from hanse.viz.layout_chain import LANE, chain_layout, main_stage, rows_for
from hanse.viz.view import Node, View, view_of

CHAIN = value_chain({"Optics": 1.0}, {"Surgery": 1.0, "Optics": 0.3}, {"Care": 0.5})


def view(*more: list, members: tuple[str, ...] = ()) -> View:  # type: ignore[type-arg]
    known = [
        *cluster("Optence", categories={"technology_field": ["Optics"]}),
        *cluster("Tuttlingen", categories={"technology_field": ["Surgery"]}),
        *cluster("Spa", categories={"technology_field": ["Bathing"]}),
        *cluster("Silent"),
        *(said for claims in more for said in claims),
    ]
    return view_of(project(known), chain=CHAIN, members=members)


def test_a_cluster_stands_in_the_column_of_the_stage_it_covers_best() -> None:
    layout = chain_layout(view(), CHAIN)
    bands = {band.id: band for band in layout.bands}

    for name, stage in (("optence", "s1"), ("tuttlingen", "s2")):
        assert bands[stage].left < layout.places[name][0] < bands[stage].right


def test_off_the_chain_and_uncategorised_are_two_columns() -> None:
    layout = chain_layout(view(), CHAIN)
    bands = {band.id: band for band in layout.bands}

    assert bands["off_chain"].left < layout.places["spa"][0] < bands["off_chain"].right
    assert bands["uncategorised"].left < layout.places["silent"][0] < bands["uncategorised"].right


def test_a_column_that_nobody_is_in_stays_if_it_is_a_stage() -> None:
    """A stage without a cluster is what the picture is for; it is never left out."""
    bands = {band.id: band.clusters for band in chain_layout(view(), CHAIN).bands}

    assert bands["s3"] == 0


def test_stages_stand_in_their_order() -> None:
    bands = chain_layout(view(), CHAIN).bands

    assert [band.label for band in bands][:3] == ["Stage 1", "Stage 2", "Stage 3"]
    assert [band.left for band in bands] == sorted(band.left for band in bands)


def test_of_stages_covered_as_well_the_one_that_fewest_cover_is_chosen() -> None:
    node = Node(id="x", name="x", kind="cluster", categories=("c",), covers={"a": 1.0, "b": 1.0})

    assert main_stage(node, {"a": 9, "b": 2}, ("a", "b")) == "b"
    assert main_stage(node, {"a": 2, "b": 2}, ("a", "b")) == "a"


def test_members_stand_first_in_their_column() -> None:
    others = [cluster(f"Optics {n}", categories={"technology_field": ["Optics"]}) for n in range(9)]
    places = chain_layout(view(*others, members=("optence",)), CHAIN).places

    assert places["optence"][1] < min(y for name, (_, y) in places.items() if "optics" in name)


def test_a_long_column_becomes_wide_before_it_leaves_the_pane() -> None:
    crowd = [cluster(f"Optics {n}", categories={"technology_field": ["Optics"]}) for n in range(90)]
    first = chain_layout(view(*crowd), CHAIN).bands[0]

    assert first.right - first.left >= 2 * LANE
    assert rows_for([90, 1, 1]) < 90


def test_no_two_marks_stand_at_one_place() -> None:
    crowd = [cluster(f"Optics {n}", categories={"technology_field": ["Optics"]}) for n in range(90)]
    places = chain_layout(view(*crowd), CHAIN).places

    assert len(set(places.values())) == len(places)
