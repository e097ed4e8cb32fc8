"""What an export held as it was comes back beside the tables that people fill in."""

from pathlib import Path

from tests.builders import claim
from tests.table_files import csv_file, grid

from hanse.graph.claims import Claim
from hanse.graph.model import Source
from hanse.graph.store import PutAside
from hanse.graph.stores.sqlite import SqliteStore
from hanse.ingest.claim_table import COLUMNS, claim_cells
from hanse.ingest.exact_grids import joined, take_exact
from hanse.ingest.exact_tables import EXACT, ExactTables
from hanse.ingest.findings import Findings
from hanse.ingest.loading import check, load


def table(*claims: Claim) -> str:
    rows = ([claim_cells(one).get(column, "") for column in COLUMNS] for one in claims)
    return "\n".join([",".join(COLUMNS), *(",".join(row) for row in rows), ""])


KIND = claim("c1", "kind", "cluster")
NAME = claim("c1", "name", "BIOCAT")


def test_claims_come_back_as_they_were_and_are_counted() -> None:
    findings = Findings()
    exact, others = take_exact([grid(table(KIND, NAME), "claims"), grid("id,name\n")], findings)

    assert exact.claims == [KIND, NAME]
    assert [other.sheet for other in others] == ["clusters"]
    assert (findings.faults, findings.rows["claims.csv"]) == ([], 2)


def test_a_line_with_too_few_cells_is_a_fault() -> None:
    findings = Findings()
    take_exact([grid(table(KIND) + "c1,name\n", "claims")], findings)

    assert (findings.faults[0].row, findings.faults[0].reason) == (
        3,
        f"2 cells where there are {len(COLUMNS)}",
    )
    assert findings.faults[0].remedy


def test_another_header_is_a_fault() -> None:
    findings = Findings()
    take_exact([grid("subject,value\nc1,x\n", "claims")], findings)

    assert findings.faults


def test_parts_of_one_origin_are_put_together() -> None:
    one = ExactTables(claims=[KIND], sources=[Source(id="d41", title="The guide")])
    aside = PutAside(file="a", reason="b", remedy="c")
    two = ExactTables(claims=[NAME], put_aside=[aside])
    both = joined([one, two])

    assert (both.claims, len(both.sources), both.put_aside) == ([KIND, NAME], 1, [aside])


def test_rows_of_other_tables_may_name_what_an_exact_one_describes(tmp_path: Path) -> None:
    csv_file(tmp_path, table(KIND, NAME), "claims.csv")
    csv_file(tmp_path, "cluster,category\nc1,Lasers\n", "focus.csv")

    assert check([tmp_path]).faults == ()


def test_rows_that_a_project_had_put_aside_are_put_aside_again(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    csv_file(folder, table(KIND, NAME), "claims.csv")
    aside = (
        ",".join(EXACT["put_aside"]) + "\nold.csv,clusters,7,country,Germny,no country,mend it\n"
    )
    csv_file(folder, aside, "put_aside.csv")
    store = SqliteStore.create(tmp_path / "mine.hanse")
    done = load([folder], store)

    assert (done.faults, done.taken) == ((), {"claims": 2})
    assert [row.value for row in store.contents().put_aside] == ["Germny"]
    assert set(store.claims()) == {KIND, NAME}
    assert [source.id for source in store.contents().sources] == ["test"]
