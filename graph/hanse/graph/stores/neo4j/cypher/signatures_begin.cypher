// Note that something is kept for a graph, once all of it is there; says whether it was.
MERGE (s:SignatureSet {graph: $graph, digest: $digest})
ON CREATE SET s.isFresh = true
WITH s, s.isFresh AS isFresh
SET s.isFresh = null
RETURN coalesce(isFresh, false)
