"""The tables that the engines in SQL stand on, and how they are filled."""

from typing import Any

import numpy as np
from tests.bench.engines.columns import Columns
from tests.bench.engines.questions import Asked
from tests.bench.engines.with_sql import RELATIONS, TABLES, DuckDb, Sql

from hanse.graph.ids import category_id


def fill(engine: Sql, columns: Columns, asked: Asked) -> None:
    """Make and fill all tables, with indexes on both ends of every tie."""
    for text in filter(None, map(str.strip, TABLES.split(";"))):
        engine.db.execute(text)
    put(engine, "thing", _things(columns))
    ties = {name: columns.ties[name] for name in RELATIONS}
    is_door = np.isin(columns.kinds, ("partnership", "consortium"))
    ends, others = ties["member_of"]
    ties["door"] = ends[is_door[others]], others[is_door[others]]
    one, other = (np.concatenate([t[side] for t in columns.ties.values()]) for side in (0, 1))
    ties["edge"] = np.concatenate((one, other)), np.concatenate((other, one))
    for name, (first, second) in ties.items():
        put(engine, name, [first.tolist(), second.tolist()])
        engine.db.execute(f"CREATE INDEX {name}_c ON {name} (c, o)")
        engine.db.execute(f"CREATE INDEX {name}_o ON {name} (o, c)")
    engine.db.execute("CREATE UNIQUE INDEX thing_n ON thing (n)")
    engine.db.execute("CREATE UNIQUE INDEX thing_id ON thing (id)")
    _put_questions(engine, columns, asked)
    engine.db.execute("ANALYZE")
    engine.db.commit()


def _things(columns: Columns) -> list[list[Any]]:
    countries = [*columns.country_names, None]
    return [
        list(range(len(columns.ids))),
        columns.ids,
        columns.names,
        columns.kinds.tolist(),
        columns.schemes.tolist(),
        [countries[n] for n in columns.countries],
        columns.is_open.astype(int).tolist(),
    ]


def put(engine: Sql, table: str, held: list[list[Any]]) -> None:
    """Write whole columns into a table, by the quickest way each database has."""
    if isinstance(engine, DuckDb):
        laid = {
            f"x{n}": np.array(c, dtype=object if None in c[:1000] else None)
            for n, c in enumerate(held)
        }
        laid = {n: c if c.dtype != object else c.astype(str) for n, c in laid.items()}
        engine.db.register("fresh", laid)
        engine.db.execute(f"INSERT INTO {table} SELECT * FROM fresh")
        engine.db.unregister("fresh")
        if table == "thing":
            engine.db.execute("UPDATE thing SET country = NULL WHERE country = 'None'")
        return
    marks = ", ".join("?" * len(held))
    engine.db.executemany(f"INSERT INTO {table} VALUES ({marks})", zip(*held, strict=True))


def _put_questions(engine: Sql, columns: Columns, asked: Asked) -> None:
    number = {thing: n for n, thing in enumerate(columns.ids)}
    feeds = [
        (number[category_id(f.scheme, f.label)], place, f.relevance)
        for place, stage in enumerate(asked.chain.stages)
        for f in stage.feeds
        if category_id(f.scheme, f.label) in number
    ]
    engine.db.executemany("INSERT INTO feed VALUES (?, ?, ?)", feeds)
    within = list(zip(*(side.tolist() for side in columns.ties["within"]), strict=True))
    for target in (number[name] for name in asked.targets):
        inside = [target, *(m for m, outer in within if outer == target)]
        outer = [outer for m, outer in within if m == target]
        engine.db.executemany("INSERT INTO sure VALUES (?, ?)", [(target, m) for m in inside])
        engine.db.executemany(
            "INSERT INTO may VALUES (?, ?)", [(target, m) for m in inside + outer]
        )
