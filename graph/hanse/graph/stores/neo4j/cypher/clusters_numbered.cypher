// The ids of clusters by their numbers.
MATCH (c:ClusterOrganisation {graph: $graph}) WHERE c.no IN $numbers
RETURN collect([c.no, c.id])
