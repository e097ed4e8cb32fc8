// The groups of clusters that cover a chain alike, and how many are in each.
MATCH (s:StageSignature {graph: $graph, digest: $digest})
RETURN s.covers, s.clusters ORDER BY s.covers
