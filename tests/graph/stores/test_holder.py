"""A note beside a project says who writes to it; nothing but a message depends on it."""

import json
import os
import re
from pathlib import Path

import pytest

from hanse.graph.stores.holder import Holder, holder_of, note_beside, noted


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "mine.hanse"


def test_the_note_is_there_while_this_program_writes_and_gone_afterwards(project: Path) -> None:
    with noted(project):
        holder = holder_of(project)

    assert holder is not None
    assert holder.process == os.getpid()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", holder.since)
    assert list(project.parent.iterdir()) == []
    assert holder_of(project) is None


def test_the_note_is_gone_also_when_the_writing_broke_off(project: Path) -> None:
    with pytest.raises(KeyboardInterrupt), noted(project):
        raise KeyboardInterrupt

    assert list(project.parent.iterdir()) == []


def test_a_note_left_over_by_a_killed_program_is_replaced(project: Path) -> None:
    note_beside(project).write_text('{"process": 1, "user": "anna", "since": "long ago"}')

    with noted(project):
        holder = holder_of(project)

    assert holder is not None
    assert holder.process == os.getpid()


def test_a_link_in_the_place_of_the_note_is_not_followed(project: Path) -> None:
    other = project.with_name("letters.txt")
    other.write_text("mine")
    note_beside(project).symlink_to(other)

    with noted(project):
        pass

    assert other.read_text() == "mine"
    assert list(project.parent.iterdir()) == [other]


def test_a_project_has_one_note_by_whatever_link_it_is_reached(project: Path) -> None:
    project.touch()
    link = project.with_name("link.hanse")
    link.symlink_to(project)

    assert note_beside(link) == note_beside(project)


def test_writing_goes_on_where_no_note_can_be_kept(tmp_path: Path) -> None:
    with noted(tmp_path / "no such folder" / "mine.hanse"):
        pass


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        "7",
        '{"process": 1}',
        '{"process": "x", "user": "a", "since": "b"}',
        '{"process": null, "user": "a", "since": "b"}',
        "[" * 900,
        json.dumps({"process": 1, "user": "a" * 2000, "since": "b"}),
        "\udcff",
    ],
    ids=repr,
)
def test_a_note_that_nobody_can_read_says_nothing(project: Path, text: str) -> None:
    note_beside(project).write_bytes(text.encode("utf-8", "surrogateescape"))

    assert holder_of(project) is None


def test_a_note_cannot_take_over_the_terminal(project: Path) -> None:
    said = {"process": 7, "user": "\x1b[2Janna\n", "since": "today\r"}
    note_beside(project).write_text(json.dumps(said))

    assert str(holder_of(project)) == "process 7 of [2Janna (since today)"


def test_a_holder_is_named_as_a_message_names_it() -> None:
    holder = Holder(process=4711, user="anna", since="2017-04-13T10:00:00+00:00")

    assert str(holder) == "process 4711 of anna (since 2017-04-13T10:00:00+00:00)"
