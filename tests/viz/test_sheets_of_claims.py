"""A table is written only where reading it gives the very claims it was made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies
from tests.builders import category, claim, cluster, partnership, thing

from hanse.graph.claims import Claim
from hanse.graph.schema import schema
from hanse.ingest.read_back import PlannedTable, claims_of_tables
from hanse.viz import sheets_of_claims
from hanse.viz.sheets_of_claims import sheets_of

ids = st.sampled_from(["biocat", "litek", "laser-go", "brazil", "Košice IT", "-", "=1", "a | b"])
claims = st.builds(
    Claim,
    subject=ids,
    predicate=st.sampled_from(
        ["kind", "name", "alias", "country", "annex_no", "eccp_listed", "member_of", "targets",
         "in_group", "classified_as", "located_in", "smes", "homepage", "scheme", "works_with"]
    ),
    value=st.one_of(ids, st.sampled_from(sorted(schema().kinds)), strategies.values),
    source=st.sampled_from(["d41", "news", "unlisted"]),
    locator=st.sampled_from(["row 1", "row 2"]) | strategies.texts,
    role=strategies.maybe_texts,
    note=st.none() | st.sampled_from(["why", "=1"]),
    status=st.sampled_from(["stated", "repaired", "conjecture"]),
)  # fmt: skip


def read(tables: tuple[PlannedTable, ...], every: list[Claim]) -> set[int]:
    kinds = {c.subject: str(c.value) for c in every if c.predicate == "kind" and c.is_fact}
    return {claim.id for claim in claims_of_tables(tables, kinds=kinds)}


@given(st.lists(claims | strategies.claims(subjects=ids), max_size=12))
def test_tables_and_the_rest_are_together_exactly_the_claims(every: list[Claim]) -> None:
    tables, rest = sheets_of(every, sources=["d41", "news"])

    said = read(tables, every)

    assert said | {c.id for c in rest} == {c.id for c in every}
    assert said.isdisjoint(c.id for c in rest)


def test_an_ordinary_project_is_written_in_the_tables_that_people_fill_in() -> None:
    every = [
        *cluster("BIOCAT", country="ES", regions=["Catalonia"],
                 categories={"technology_field": ["Optics"]}),
        *partnership("LASER-GO", members=["biocat"]),
    ]  # fmt: skip

    tables, rest = sheets_of(every, sources=["test"])

    assert rest == ()
    assert {table.name for table in tables} >= {"clusters", "focus", "memberships", "regions"}


@pytest.mark.parametrize(
    "odd",
    [
        claim("biocat", "alias", "=HYPERLINK(1)"),
        claim("biocat", "alias", "nul\x00inside"),
        claim("biocat", "alias", " blanks "),
        claim("biocat", "alias", "unknown"),
        claim("biocat", "works_with", "nobody"),
        claim("biocat", "located_in", "biocat"),
        claim("biocat", "mood of the day", "good"),
        claim("biocat", "alias", "x", source="unlisted"),
    ],
)
def test_what_no_row_says_exactly_is_left_over(odd: Claim) -> None:
    every = [*cluster("BIOCAT", country="ES"), odd]

    tables, rest = sheets_of(every, sources=["test"])

    assert rest == (odd,)
    assert read(tables, every) == {c.id for c in every} - {odd.id}


def test_a_category_that_a_row_would_describe_otherwise_is_left_over() -> None:
    described = [claim(c.subject, c.predicate, c.value, source="news")
                 for c in category("technology_field", "Optics")]  # fmt: skip
    tie = claim("biocat", "classified_as", "technology_field:optics")

    _, rest = sheets_of([*thing("cluster", "BIOCAT"), tie, *described], sources=["test", "news"])

    assert tie in rest
    assert "kind" in {c.predicate for c in rest}


def test_a_project_too_large_to_be_read_back_is_written_as_claims(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheets_of_claims, "MOST_READ_BACK", 1)

    tables, rest = sheets_of(cluster("BIOCAT"), sources=["test"])

    assert tables == ()
    assert len(rest) == 2
