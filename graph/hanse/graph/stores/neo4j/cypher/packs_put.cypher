// Keep columns of a graph, each packed into bytes.
UNWIND $packs AS pack
MERGE (s:SignatureSet {graph: $graph, digest: pack.digest})
SET s.packed = pack.packed
