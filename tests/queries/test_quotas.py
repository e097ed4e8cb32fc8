"""Who is there for each seat, for certain and perhaps."""

from tests.builders import cluster, project

from hanse.graph.rules import Field, Quota, Rules
from hanse.queries.outcomes import Outcome
from hanse.queries.quotas import Seats, quota_standings, seats

PHOTONICS = Field(
    id="photonics", label="photonics", categories=frozenset({"s3_priority:photonics"})
)
HEALTH = Field(id="health", label="health", categories=frozenset({"s3_priority:e-health"}))
# D4.1, section 2, page 8: "one partner ... photonics, and two partners" of the other field.
RULES = Rules(id="r", label="R", quotas=(Quota(field=PHOTONICS), Quota(field=HEALTH, seats=2)))
GRAPH = project([
    *cluster("both", country="DE", categories={"s3_priority": ["Photonics", "e-Health"]}),
    *cluster("light", country="FR", categories={"s3_priority": ["Photonics"]}),
    *cluster("care", country="FR", categories={"s3_priority": ["e-Health"]}),
    *cluster("blank"),
    *cluster("member", country="LT"),
])  # fmt: skip
OUTCOMES: dict[str, Outcome] = {
    "both": "pass", "light": "unknown", "care": "fail", "blank": "unknown"
}  # fmt: skip


def test_a_seat_counts_who_passes_and_is_in_the_field_for_certain() -> None:
    photonics, health = quota_standings(GRAPH, RULES, ["member"], OUTCOMES)

    assert (photonics.id, photonics.need) == ("photonics", 1)
    assert photonics.available == ("both",)
    assert photonics.unknown == ("blank", "light")
    assert (health.need, health.available, health.unknown) == (2, ("both",), ("blank",))


def test_who_fails_is_neither_there_nor_perhaps() -> None:
    _, health = quota_standings(GRAPH, RULES, ["member"], OUTCOMES)

    assert "care" not in health.available + health.unknown


def test_a_cluster_in_two_fields_sits_once() -> None:
    every = quota_standings(GRAPH, RULES, ["member"], OUTCOMES)
    alone = quota_standings(GRAPH, RULES, ["member"], {"both": "pass"})

    assert seats(RULES, every) == Seats(need=3, sure=1, possible=3)
    assert seats(RULES, alone) == Seats(need=3, sure=1, possible=1)


def test_a_call_counts_members_and_their_countries_too() -> None:
    rules = Rules(id="r", label="R", least_entities=3, least_countries=3, invite_one_each=True)
    invited, entities, countries = quota_standings(GRAPH, rules, ["member"], OUTCOMES)

    assert (invited.id, invited.need, invited.available) == ("invitations", 1, ("both",))
    assert (entities.need, entities.available) == (3, ("member", "both"))
    assert entities.unknown == ("blank", "light")
    assert (countries.available, countries.unknown) == (("DE", "LT"), ("FR",))
