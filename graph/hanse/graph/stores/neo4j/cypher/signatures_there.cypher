// Whether it is kept how far clusters cover a chain.
MATCH (s:SignatureSet {graph: $graph, digest: $digest}) RETURN count(s)
