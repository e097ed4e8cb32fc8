-- A project of schema 0, made by hand. It is never changed: files like it may still be opened.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE origin (name TEXT PRIMARY KEY, written TEXT NOT NULL);
CREATE TABLE claim (
    origin TEXT NOT NULL, subject TEXT NOT NULL, predicate TEXT NOT NULL, type TEXT NOT NULL,
    value NOT NULL, upper REAL, unit TEXT, qualifier TEXT, strict INTEGER NOT NULL DEFAULT 0,
    source TEXT NOT NULL, locator TEXT NOT NULL, as_of TEXT, since TEXT, until TEXT, role TEXT,
    status TEXT NOT NULL, as_written TEXT, note TEXT
);
CREATE TABLE source (
    id TEXT NOT NULL, origin TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL,
    date TEXT, url TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL
);
CREATE TABLE definition (
    kind TEXT NOT NULL, id TEXT NOT NULL, origin TEXT NOT NULL, text TEXT NOT NULL
);
INSERT INTO meta VALUES ('settings', '{"title": "LASER-GO", "as_of": "2017-04-13"}');
INSERT INTO origin VALUES ('laser-go', '2026-01-02T03:04:05+00:00');
INSERT INTO origin VALUES ('own.csv', '2026-02-03T04:05:06+00:00');
INSERT INTO claim VALUES ('laser-go', 'biocat', 'kind', 't', 'cluster', NULL, NULL, NULL, 0,
    'd41', 'p. 7', NULL, NULL, NULL, NULL, 'stated', NULL, NULL);
INSERT INTO claim VALUES ('own.csv', 'biocat', 'kind', 't', 'cluster', NULL, NULL, NULL, 0,
    'd41', 'p. 7', NULL, NULL, NULL, NULL, 'stated', NULL, NULL);
INSERT INTO claim VALUES ('laser-go', 'biocat', 'kind', 't', 'cluster', NULL, NULL, NULL, 0,
    'd41', 'p. 7', NULL, NULL, NULL, NULL, 'stated', NULL, NULL);
INSERT INTO claim VALUES ('laser-go', 'biocat', 'members', 'q', 100, 150, 'members', 'between', 0,
    'd41', 'p. 8', '2017', NULL, NULL, NULL, 'repaired', 'one hundred to 15O', 'a letter O');
INSERT INTO claim VALUES ('own.csv', 'biocat', 'eccp_listed', 'b', 1, NULL, NULL, NULL, 0,
    'own', 'row 2', NULL, '2016', '2017', 'member', 'assumption', NULL, NULL);
INSERT INTO claim VALUES ('own.csv', 'biocat', 'annex_no', 'n', 7, NULL, NULL, NULL, 0,
    'own', 'row 3', NULL, NULL, NULL, NULL, 'stated', NULL, NULL);
INSERT INTO source VALUES ('d41', 'laser-go', 'Guide', 'LASER-GO', '2017', '', 'document', '');
INSERT INTO source VALUES ('own', 'own.csv', 'Own list', '', NULL, '', 'file', '');
INSERT INTO definition VALUES ('chain', 'photonics-for-health', 'laser-go', 'id = "p"');
PRAGMA application_id = 0x48616E73;
PRAGMA user_version = 0;
