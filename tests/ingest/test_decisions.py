from hanse.ingest.decisions import candidate_state, saved_alliance


def test_a_saved_alliance_states_its_name_members_and_markets_on_its_own_word() -> None:
    intake = saved_alliance(
        "Dream team", members=["biocat"], targets=["canada"], day="2026-11-25", note="for the call"
    )
    said = [(c.subject, c.predicate, c.value) for c in intake.claims]

    assert intake.origin == "alliance:dream-team"
    assert said == [
        ("dream-team", "kind", "alliance"),
        ("dream-team", "name", "Dream team"),
        ("biocat", "in_alliance", "dream-team"),
        ("dream-team", "targets", "canada"),
    ]
    assert {c.source for c in intake.claims} == {s.id for s in intake.sources}
    assert all("saved 2026-11-25" in c.locator for c in intake.claims)


def test_a_state_has_an_origin_of_its_own_so_that_it_replaces_only_itself() -> None:
    first = candidate_state("optence", "invited", alliance="laser-go", day="2017-02-01")
    same_day = candidate_state("optence", "declined", alliance="laser-go", day="2017-02-01")
    later = candidate_state("optence", "joined", alliance="laser-go", day="2017-07-07")

    assert first.origin == same_day.origin != later.origin
    (claim,) = later.claims
    assert (claim.role, claim.since, claim.other) == ("joined", "2017-07-07", "laser-go")
