// The clusters of one group, best first by the most that each may add beside the chain.
MATCH (s:StageSignature {graph: $graph, digest: $digest}) WHERE s.covers = $covers
MATCH (s)<-[:HAS_SIGNATURE]-(c:ClusterOrganisation) WHERE NOT c.id IN $without
WITH c, CASE
    WHEN c.isDated IS NOT NULL AND $isOneDay THEN 1.0
    WHEN c.country IN $countries THEN 0.5
    ELSE 1.0 END AS region,
  CASE
    WHEN $targets = 0 THEN 0.0
    WHEN c.isDated IS NOT NULL AND $isOneDay THEN 1.0
    WHEN NOT EXISTS { (c)-[:TARGETS]->(:TargetMarket) } THEN 1.0
    ELSE toFloat(COUNT { (c)-[:TARGETS]->(m:TargetMarket) WHERE m.id IN $touching })
      * $most / $targets END AS market,
  CASE WHEN EXISTS { (c)-[:MEMBER_OF]->(:Thing) } THEN 1.0 ELSE 0.0 END AS access
WITH c, $region * region + $market * CASE WHEN market > 1.0 THEN 1.0 ELSE market END
  + $access * access AS more
RETURN c.id, more ORDER BY more DESC, c.id SKIP $skip LIMIT $limit
