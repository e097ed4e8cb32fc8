from hanse.ingest.read_back import PlannedTable, claims_of_tables

COLUMNS = ("id", "name", "source", "locator")


def test_a_table_is_read_as_it_will_be_read_when_it_is_loaded() -> None:
    table = PlannedTable(
        name="clusters", columns=COLUMNS, rows=(("biocat", "BIOCAT", "d41", "row 9"),)
    )

    read = claims_of_tables([table], kinds={})

    assert {(c.subject, c.predicate, c.value, c.source, c.locator) for c in read} == {
        ("biocat", "kind", "cluster", "d41", "row 9"),
        ("biocat", "name", "BIOCAT", "d41", "row 9"),
    }


def test_a_row_may_name_what_is_described_elsewhere() -> None:
    table = PlannedTable(
        name="memberships",
        columns=("cluster", "partnership", "source", "locator"),
        rows=(("biocat", "laser-go", "d41", "page 8"),),
    )

    assert claims_of_tables([table], kinds={}) == ()
    (tie,) = claims_of_tables([table], kinds={"biocat": "cluster", "laser-go": "partnership"})
    assert (tie.subject, tie.value) == ("biocat", "laser-go")


def test_a_faulty_row_gives_no_claim_and_stops_no_other() -> None:
    rows = (("", "", "d41", "row 1"), ("biocat", "BIOCAT", "d41", "row 9"))

    assert (
        len(claims_of_tables([PlannedTable(name="clusters", columns=COLUMNS, rows=rows)], kinds={}))
        == 2
    )


def test_an_empty_table_gives_nothing() -> None:
    assert (
        claims_of_tables([PlannedTable(name="clusters", columns=COLUMNS, rows=())], kinds={}) == ()
    )
