"""Names at first glance: the important ones, none over another."""

from itertools import combinations

import pytest
from tests.explorers import session

from hanse.viz.labels import PANE, USED, label_box, loud, priorities, short_name, text_width
from hanse.viz.opening import opening
from hanse.viz.picture import Picture


@pytest.fixture(scope="module")
def picture() -> Picture:
    from hanse.viz.session import Session

    return opening(Session.open("laser-go")).picture


def test_a_long_name_is_cut_at_a_word() -> None:
    assert short_name("Košice IT Valley") == "Košice IT Valley"
    assert short_name("Associação Pool-Net - Portuguese Tooling Network") == "Associação Pool-Net…"


def test_a_name_without_spaces_is_cut_all_the_same() -> None:
    assert len(short_name("a" * 3000)) == 26


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    assert text_width("WWWW") > text_width("nnnn") > text_width("iiii")


def test_members_come_first_then_partnerships_then_common_categories(picture: Picture) -> None:
    order = priorities(picture.view)

    assert set(order[:3]) == set(picture.view.members)
    assert {"laser-go", "bioxclusters-plus"} <= set(order[3 : loud(picture.view)])
    assert order.index("emerging_industry:medical-devices") < order.index("biocat")


def test_no_name_at_first_glance_covers_another(picture: Picture) -> None:
    """What is planned here for the whole picture is what the page writes first."""
    themes = picture.layouts[0]
    shown = [n.id for n in picture.view.nodes if n.id in themes.sides]
    first = {n.id for n in picture.view.nodes if n.kind in ("cluster", "partnership")}
    first |= {n.id for n in picture.view.nodes if n.kind.endswith("industry")}
    places = [themes.places[name] for name in first]
    width = max(x for x, _ in places) - min(x for x, _ in places)
    height = max(y for _, y in places) - min(y for _, y in places)
    scale = USED * min(PANE[0] / width, PANE[1] / height)
    at = {name: (x * scale, y * scale) for name, (x, y) in themes.places.items()}
    boxes = [
        label_box(at[n], picture.radius(n, unknown=10), picture.names[n], themes.sides[n])
        for n in shown
    ]

    assert len(shown) > 60
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))


def test_the_alliance_and_the_partnerships_are_named_at_first_glance(picture: Picture) -> None:
    sides = picture.layouts[0].sides

    assert {*picture.view.members, "laser-go", "bioxclusters-plus"} <= set(sides)


def test_a_small_picture_names_everything() -> None:
    small = opening(session()).picture
    shown = {n.id for n in small.view.nodes if n.kind in ("cluster", "partnership")}

    assert shown <= set(small.layouts[0].sides)
