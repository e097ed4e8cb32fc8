// The clusters of which each facet chosen has one of its values, and the values they have.
MATCH (c:ClusterOrganisation {graph: $graph})
WHERE all(one IN $chosen WHERE CASE WHEN one[0] = 'country' THEN coalesce(c.country IN one[1], false)
  ELSE one[0] IN $schemes AND EXISTS { MATCH (c)-[:CLASSIFIED_AS]->(k:Thing)
    WHERE k.kind IS NOT NULL AND k.scheme = one[0] AND k.id IN one[1] } END)
WITH c ORDER BY c.id
WITH collect(c) AS found
CALL (found) {
  UNWIND found AS c WITH c.country AS country, count(*) AS many WHERE country IS NOT NULL
  RETURN collect([country, many]) AS countries
}
CALL (found) {
  UNWIND found AS c MATCH (c)-[:CLASSIFIED_AS]->(k:Thing)
  WHERE k.kind IS NOT NULL AND k.scheme IN $schemes
  WITH k, count(DISTINCT c) AS many RETURN collect([k.scheme, k.id, k.name, many]) AS categories
}
RETURN [c IN found[..$most] | c.id], size(found), countries, categories
