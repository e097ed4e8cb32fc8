// Keep how far clusters cover each stage of a chain: one node for all that are alike.
UNWIND $feeds AS feed
MATCH (:Category {graph: $graph, id: feed.category})<-[:CLASSIFIED_AS]-(c:ClusterOrganisation)
WITH c, feed.place AS place, max(feed.relevance) AS best
WITH c, collect({place: place, best: best}) AS found
WITH c, [place IN range(0, $stages - 1) | reduce(most = 0.0, one IN found |
  CASE WHEN one.place = place AND one.best > most THEN one.best ELSE most END)] AS covers
WITH covers, collect(c) AS clusters
CREATE (s:StageSignature {graph: $graph, digest: $digest, covers: covers})
SET s.clusters = size(clusters)
WITH s, clusters UNWIND clusters AS c
CREATE (c)-[:HAS_SIGNATURE]->(s)
