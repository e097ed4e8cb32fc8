// The numbers of the clusters that cover a chain alike.
MATCH (s:StageSignature {graph: $graph, digest: $digest})<-[:HAS_SIGNATURE]-(c:ClusterOrganisation)
RETURN s.number, collect(c.no)
