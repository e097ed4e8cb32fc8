// How many clusters of some groups may score more than each of some limits, which rise.
MATCH (s:StageSignature {graph: $graph, digest: $digest}) WHERE s.number IN $groups
MATCH (s)<-[:HAS_SIGNATURE]-(c:ClusterOrganisation)
WITH $least[s.number] AS most, $regions[$classes[c.placeNo]] AS region,
  CASE WHEN size($touched) = 0 THEN 0 WHEN c.aims IS NULL THEN size($touched)
    WHEN none(m IN c.aims WHERE m IN $touching) THEN 0
    ELSE size([t IN $touched WHERE any(m IN c.aims WHERE m IN t)]) END AS aims,
  CASE WHEN $networks THEN c.behindNetworks ELSE c.behind END AS behind
WITH most + region AS base, aims,
  CASE WHEN behind > $enough THEN $enough ELSE behind END AS behind, count(*) AS many
WITH base + $markets[aims] + $worths[behind] AS high, many
WITH size([l IN $limits WHERE high > l]) AS passed, sum(many) AS many
RETURN passed, many
