// Begin to keep how far clusters cover a chain; who comes second finds it begun.
MERGE (s:SignatureSet {graph: $graph, digest: $digest})
ON CREATE SET s.isFresh = true
WITH s, s.isFresh AS isFresh
SET s.isFresh = null
RETURN coalesce(isFresh, false)
