// Which layout of constraints and indexes the database has.
MATCH (l:HanseLayout) RETURN l.version, l.fingerprint
