// The places at which clusters are: a country, and regions.
MATCH (c:ClusterOrganisation {graph: $graph}) RETURN collect(DISTINCT c.place)
