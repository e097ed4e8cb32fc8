// Keep with some clusters what a question asks of each: its number, where it is, which markets it
// is in, how many lie behind its partnerships. Says up to which id and which number it came.
MATCH (c:ClusterOrganisation {graph: $graph}) WHERE c.id > $after
WITH c ORDER BY c.id LIMIT $batch
WITH collect(c) AS clusters
UNWIND range(0, size(clusters) - 1) AS place
WITH clusters[place] AS c, $first + place AS no
WITH c, no,
  COLLECT { MATCH (c)-[:LOCATED_IN]->(r:Thing) WHERE r.kind IS NOT NULL
    RETURN DISTINCT r.id ORDER BY r.id } AS regions,
  COLLECT { MATCH (c)-[:TARGETS]->(m:TargetMarket) RETURN DISTINCT m.id ORDER BY m.id } AS aims,
  EXISTS { MATCH (c)-[t:TARGETS]->(:TargetMarket) WHERE t.context IS NOT NULL } AS isOpen,
  COUNT { MATCH (c)-[:MEMBER_OF]->(d:Thing)<-[:MEMBER_OF]-(o:Thing)
    WHERE d.kind IN $access AND o.kind IS NOT NULL AND o <> c RETURN DISTINCT o } AS behind,
  COUNT { MATCH (c)-[:MEMBER_OF]->(d:Thing)<-[:MEMBER_OF]-(o:Thing)
    WHERE d.kind IN $wide AND o.kind IS NOT NULL AND o <> c RETURN DISTINCT o } AS wide
SET c.no = no, c.place = [coalesce(toString(c.country), '')] + regions,
  c.aims = CASE WHEN size(aims) = 0 THEN null ELSE aims END,
  c.isOpen = CASE WHEN isOpen THEN true ELSE null END,
  c.behind = behind, c.behindNetworks = wide
RETURN max(c.id), count(c)
