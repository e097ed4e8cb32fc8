// Columns of a graph, each packed into bytes.
MATCH (s:SignatureSet {graph: $graph}) WHERE s.digest IN $digests RETURN s.digest, s.packed
