"""Who belongs to a partnership or bears a label; an incomplete list is no list of the others."""

import pytest
from tests.builders import claim, cluster, counts, partnership, project, thing

from hanse.graph.claims import Claim
from hanse.graph.errors import UnknownName
from hanse.graph.rules import MembershipRule
from hanse.queries.belonging import bearers, belongs
from hanse.queries.outcomes import Decision

# D4.1, section 2.1, page 8: four clusters, and 25 partnerships with the label.
CASE = [
    *cluster("Biocat"),
    *cluster("BioM"),
    *cluster("Optence"),
    *partnership("bioXclusters plus", members=["biocat", "biom"]),
    *thing("programme", "ESCP-4i"),
    claim("bioxclusters-plus", "programme", "ESCP-4i"),
]


def decision(cluster: str, rule: MembershipRule, *claims: Claim) -> Decision:
    return belongs(project([*CASE, *claims]), cluster, rule)


def of(*partnerships: str, labels: tuple[str, ...] = ()) -> MembershipRule:
    return MembershipRule(id="member", text="", partnerships=partnerships, labels=labels)


def test_a_member_passes_with_the_partnership_named() -> None:
    decided = decision("biocat", of(labels=("ESCP-4i",)))

    assert decided.outcome == "pass"
    assert decided.text == "It is a member of bioXclusters plus."
    assert decided.evidence


def test_who_is_not_said_to_be_a_member_may_be_one() -> None:
    assert decision("optence", of("bioxclusters-plus")).outcome == "unknown"


def test_where_all_members_are_known_the_others_are_out() -> None:
    whole = counts("bioxclusters-plus", {"clusters": 2})

    assert decision("optence", of("bioxclusters-plus"), *whole).outcome == "fail"


def test_a_label_is_open_until_all_its_partnerships_are_known() -> None:
    whole = counts("bioxclusters-plus", {"clusters": 2})
    rule = of(labels=("ESCP-4i",))
    one, many = counts("escp-4i", {"partnerships": 1}), counts("escp-4i", {"partnerships": 25})

    assert decision("optence", rule, *whole, *many).outcome == "unknown"
    assert decision("optence", rule, *whole, *one).outcome == "fail"


def test_a_label_is_borne_by_a_word_or_by_a_tie() -> None:
    tie = [*partnership("LASER-GO"), claim("laser-go", "labelled_by", "escp-4i")]

    assert bearers(project([*CASE, *tie]), "escp-4i") == ("bioxclusters-plus", "laser-go")


def test_a_label_that_nothing_bears_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="ESCP-4j") as refused:
        decision("biocat", of(labels=("ESCP-4j",)))

    assert "ESCP-4i" in refused.value.hint
