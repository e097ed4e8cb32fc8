// The groups of clusters that cover a chain alike, and how many are in each.
MATCH (s:StageSignature {graph: $graph, digest: $digest})
WITH s ORDER BY s.number
RETURN collect(s.number), collect(s.covers), collect(s.clusters)
