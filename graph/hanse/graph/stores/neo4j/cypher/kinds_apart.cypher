// The clusters on a chain of which a question must know more: those through whose partnerships
// some are reached already, those that may be in one market or another, and those left out.
CALL () {
  MATCH (r:Thing {graph: $graph}) WHERE r.id IN $reached
  MATCH (r)-[:MEMBER_OF]->(d:Thing)<-[:MEMBER_OF]-(c:ClusterOrganisation)
  WHERE d.kind IN $access AND c <> r
  WITH c, count(DISTINCT r) AS overlap
  WHERE CASE WHEN $networks THEN c.behindNetworks ELSE c.behind END - overlap < $enough
  RETURN c, overlap
  UNION
  MATCH (c:ClusterOrganisation {graph: $graph, isOpen: true})
  WHERE any(m IN c.aims WHERE m IN $touching)
  RETURN c, 0 AS overlap
  UNION
  MATCH (c:ClusterOrganisation {graph: $graph}) WHERE c.id IN $without
  RETURN c, 0 AS overlap
}
WITH c, max(overlap) AS overlap
MATCH (c)-[:HAS_SIGNATURE]->(s:StageSignature {graph: $graph, digest: $digest})
WITH c, s, overlap, CASE WHEN $networks THEN c.behindNetworks ELSE c.behind END AS behind
RETURN collect(c.id), collect(c.no), collect(s.number), collect($classes[c.placeNo]),
  collect(CASE WHEN size($touched) = 0 THEN 0 WHEN c.aims IS NULL THEN -1
    WHEN none(m IN c.aims WHERE m IN $touching) THEN 0
    ELSE 1000 * size([t IN $covered WHERE any(m IN c.aims WHERE m IN t)])
      + size([t IN $touched WHERE any(m IN c.aims WHERE m IN t)]) END),
  collect(CASE WHEN behind > $enough THEN $enough ELSE behind END),
  collect(CASE WHEN behind - overlap > $enough THEN $enough ELSE behind - overlap END),
  collect(c.isOpen IS NOT NULL)
