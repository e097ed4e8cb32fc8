// The ids of clusters, in order, from a place on.
MATCH (c:ClusterOrganisation {graph: $graph})
WITH c.id AS id ORDER BY id SKIP $skip LIMIT $limit
RETURN collect(id)
