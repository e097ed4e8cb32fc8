// Everything that the scores of some clusters rest on, by id: what they lead to and the wider
// regions and markets; then the members of what they are members of, of whom less is needed.
MATCH (c:Thing {graph: $graph}) WHERE c.id IN $ids
WITH collect(c) AS clusters
CALL (clusters) {
  UNWIND clusters AS c RETURN c AS x
  UNION UNWIND clusters AS c MATCH (c)-[]->(x:Thing) RETURN x
  UNION UNWIND clusters AS c
  MATCH (c)-[:LOCATED_IN|TARGETS]->(:Thing)-[:WITHIN]->{1,16}(x:Thing) RETURN x
}
WITH clusters, collect(DISTINCT x.id) AS needed
CALL (clusters) {
  UNWIND clusters AS c MATCH (c)-[:MEMBER_OF]->(:Thing)<-[:MEMBER_OF]-(y:Thing)
  RETURN collect(DISTINCT y.id) AS behind
}
RETURN needed, behind
