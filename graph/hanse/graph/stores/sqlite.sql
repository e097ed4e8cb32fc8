-- Schema 1 of a project file. One row a statement and an origin; what a claim says is in its
-- columns, and its id is made of them, so that a byte that changed by itself is noticed.
-- A change here, or of what the id is made of, needs a new schema version and a migration.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE origin (
    no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
    rows INTEGER NOT NULL, written TEXT NOT NULL
);
CREATE TABLE claim (
    id INTEGER NOT NULL,
    origin INTEGER NOT NULL REFERENCES origin (no) ON DELETE CASCADE,
    subject TEXT NOT NULL, predicate TEXT NOT NULL,
    type TEXT NOT NULL,              -- t text, n number, b yes or no, q quantity
    value NOT NULL, upper REAL, unit TEXT, qualifier TEXT, strict INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL CHECK (source <> ''), locator TEXT NOT NULL CHECK (locator <> ''),
    as_of TEXT, since TEXT, until TEXT, role TEXT, context TEXT,
    status TEXT NOT NULL, as_written TEXT, note TEXT
);
CREATE UNIQUE INDEX claim_once ON claim (id, origin);
CREATE INDEX claim_subject ON claim (subject, predicate, id);
CREATE INDEX claim_origin ON claim (origin);
CREATE TABLE source (
    id TEXT NOT NULL, origin INTEGER NOT NULL REFERENCES origin (no) ON DELETE CASCADE,
    title TEXT NOT NULL, publisher TEXT NOT NULL, date TEXT, url TEXT NOT NULL,
    kind TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (id, origin)
);
CREATE TABLE definition (
    kind TEXT NOT NULL, id TEXT NOT NULL,
    origin INTEGER NOT NULL REFERENCES origin (no) ON DELETE CASCADE,
    text TEXT NOT NULL, PRIMARY KEY (kind, id, origin)
);
CREATE TABLE put_aside (
    origin INTEGER NOT NULL REFERENCES origin (no) ON DELETE CASCADE,
    file TEXT NOT NULL, sheet TEXT, "row" INTEGER, "column" TEXT, value TEXT,
    reason TEXT NOT NULL, remedy TEXT NOT NULL
);
