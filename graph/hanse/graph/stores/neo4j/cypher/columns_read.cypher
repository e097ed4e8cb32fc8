// What is kept of some clusters, by their numbers, to be packed.
MATCH (c:ClusterOrganisation {graph: $graph}) WHERE c.no >= $first AND c.no < $first + $batch
WITH c ORDER BY c.no
RETURN collect(c.placeNo), collect(CASE WHEN c.behind > $most THEN $most ELSE c.behind END),
  collect(CASE WHEN c.behindNetworks > $most THEN $most ELSE c.behindNetworks END),
  collect(coalesce(c.aims, []))
