// Clusters that touch no stage of a chain, and clusters of unknown categories: how many, the first.
MATCH (c:ClusterOrganisation {graph: $graph})
WITH c, EXISTS { MATCH (c)-[:CLASSIFIED_AS]->(k:Thing)
    WHERE k.kind IS NOT NULL AND k.scheme IN $schemes } AS isKnown
WHERE NOT isKnown OR NOT EXISTS {
  (c)-[:HAS_SIGNATURE]->(:StageSignature {graph: $graph, digest: $digest}) }
WITH c.id AS id, isKnown ORDER BY id
WITH collect(CASE WHEN isKnown THEN id END) AS off, collect(CASE WHEN NOT isKnown THEN id END) AS no
RETURN size(off), off[..$limit], size(no), no[..$limit]
