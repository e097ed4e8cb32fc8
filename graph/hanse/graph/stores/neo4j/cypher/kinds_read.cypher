// The clusters of some groups that may score as much as a floor, by all that makes their scores:
// of those that are alike how many there are, and the first.
MATCH (s:StageSignature {graph: $graph, digest: $digest}) WHERE s.number IN $groups
MATCH (s)<-[:HAS_SIGNATURE]-(c:ClusterOrganisation)
WITH c, s.number AS group, $classes[c.placeNo] AS class,
  CASE WHEN $networks THEN c.behindNetworks ELSE c.behind END AS behind
WITH c, group, class, CASE WHEN behind > $enough THEN $enough ELSE behind END AS behind
WITH c, group, class, behind, $least[group] + $regions[class] + $worths[behind] AS low
WHERE low + $markets[-1] >= $floor
WITH c, group, class, behind, low,
  CASE WHEN size($touched) = 0 THEN 0 WHEN c.aims IS NULL THEN -1
    WHEN none(m IN c.aims WHERE m IN $touching) THEN 0
    ELSE 1000 * size([t IN $covered WHERE any(m IN c.aims WHERE m IN t)])
      + size([t IN $touched WHERE any(m IN c.aims WHERE m IN t)]) END AS aims
WHERE low + $markets[CASE WHEN aims < 0 THEN 0 ELSE aims / 1000 END] >= $floor
  AND NOT c.id IN $apart
WITH group, class, aims, behind, c.id AS id ORDER BY id
WITH group, class, aims, behind, collect(id) AS ids
RETURN collect([group, class, aims, behind, size(ids)]), collect(ids[..$top])
