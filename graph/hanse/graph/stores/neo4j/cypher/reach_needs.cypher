// Everything that an answer about the reach of some clusters rests on, by id: the clusters,
// what they are members of, its members, the groups these are in, and what all of them lead to.
MATCH (m:Thing {graph: $graph}) WHERE m.id IN $ids
WITH collect(m) AS members
CALL (members) {
  UNWIND members AS m RETURN m AS x
  UNION UNWIND members AS m MATCH (m)-[:MEMBER_OF]->(x:Thing) RETURN x
  UNION UNWIND members AS m MATCH (m)-[:MEMBER_OF]->(:Thing)<-[:MEMBER_OF]-(x:Thing) RETURN x
}
WITH collect(DISTINCT x) AS core
CALL (core) {
  UNWIND core AS x RETURN x AS y
  UNION UNWIND core AS x MATCH (x)-[:IN_GROUP]->(:Thing)<-[:IN_GROUP]-(y:Thing) RETURN y
}
WITH collect(DISTINCT y) AS wide
CALL (wide) {
  UNWIND wide AS y RETURN y AS z
  UNION UNWIND wide AS y MATCH (y)-[]->(z:Thing) RETURN z
  UNION UNWIND wide AS y
  MATCH (y)-[:LOCATED_IN|TARGETS]->(:Thing)-[:WITHIN]->{1,16}(z:Thing) RETURN z
  UNION UNWIND wide AS y MATCH (y)-[:PARTY_TO]->(:Thing)-[:OTHER_END]->(z:Thing) RETURN z
  UNION UNWIND wide AS y
  MATCH (y)-[:PARTY_TO]->(:Thing)-[:OTHER_END]->(:Thing)-[:LOCATED_IN]->(z:Thing) RETURN z
}
RETURN collect(DISTINCT z.id)
