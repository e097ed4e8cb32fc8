// Keep how far clusters cover each stage of a chain: one node for all that are alike.
UNWIND $feeds AS feed
MATCH (k:Thing {graph: $graph, id: feed.category})<-[:CLASSIFIED_AS]-(c:ClusterOrganisation)
WHERE k.kind IS NOT NULL AND k.scheme IN $schemes
WITH c, feed.place AS place, max(feed.relevance) AS best
WITH c, collect([place, best]) AS found
WITH c, [place IN range(0, $stages - 1) | reduce(most = 0.0, one IN found |
  CASE WHEN one[0] = place AND one[1] > most THEN one[1] ELSE most END)] AS covers
WITH covers, collect(c) AS clusters ORDER BY covers
WITH collect([covers, clusters]) AS groups
UNWIND range(0, size(groups) - 1) AS number
WITH number, groups[number][0] AS covers, groups[number][1] AS clusters
CREATE (s:StageSignature {graph: $graph, digest: $digest, number: number, covers: covers})
SET s.clusters = size(clusters)
WITH s, clusters UNWIND clusters AS c
CREATE (c)-[:HAS_SIGNATURE]->(s)
