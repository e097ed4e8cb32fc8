from pathlib import Path

import pytest

from hanse.graph.errors import BadInput
from hanse.viz.composing import Asked, objective, set_rules
from hanse.viz.session import Session


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.open("laser-go")


def test_without_anything_asked_for_three_partners_are_sought_and_no_rule_applies(
    session: Session,
) -> None:
    rules = set_rules(session, Asked())

    assert (rules.smallest, rules.largest) == (3, 3)
    assert rules.screening == ()
    assert rules.quotas == ()


def test_named_rules_bring_their_quotas_and_their_seats(session: Session) -> None:
    rules = set_rules(session, Asked(rules="laser-go-2017-rules"))

    assert rules.largest == 3
    assert {quota.field.id: quota.seats for quota in rules.quotas} == {"photonics": 1, "health": 2}
    assert rules.invite_one_each


def test_quotas_alone_say_how_many_partners_are_sought(session: Session) -> None:
    assert set_rules(session, Asked(quotas={"health": 2})).largest == 2


def test_weights_change_what_they_name_and_nothing_else() -> None:
    assert objective({"fit": 0}).chain == 0.55
    assert objective({"fit": 0}).fit == 0
    with pytest.raises(BadInput, match="chian"):
        objective({"chian": 1})


def test_a_rule_called_active_does_not_clash_with_the_option(
    session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        'id = "own"\nlabel = "Own"\n[[rules]]\nid = "active"\nkind = "listed"\n', encoding="utf-8"
    )
    rules = set_rules(session, Asked(rules=str(file), least_active=30))

    assert [rule.id for rule in rules.screening] == ["rule:active", "active"]
