// How many clusters there are.
MATCH (c:ClusterOrganisation {graph: $graph}) RETURN count(c)
