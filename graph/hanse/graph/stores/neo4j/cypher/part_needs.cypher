// Everything that is told of some things, by id: what they lead to, their agreements and those of
// their partnerships; then the members of these, of whom less is needed.
MATCH (t:Thing {graph: $graph}) WHERE t.id IN $ids
WITH collect(t) AS things
CALL (things) {
  UNWIND things AS t RETURN t AS x
  UNION UNWIND things AS t MATCH (t)-[]->(x:Thing) RETURN x
  UNION UNWIND things AS t MATCH (t)-[:MEMBER_OF]->{0,1}(:Thing)-[:PARTY_TO]->(x:Thing) RETURN x
  UNION UNWIND things AS t
  MATCH (t)-[:MEMBER_OF]->{0,1}(:Thing)-[:PARTY_TO]->(:Thing)<-[:PARTY_TO]-(x:Thing) RETURN x
  UNION UNWIND things AS t
  MATCH (t)-[:MEMBER_OF]->{0,1}(:Thing)-[:PARTY_TO]->(:Thing)-[:OTHER_END]->(x:Thing) RETURN x
}
WITH collect(DISTINCT x) AS needed
CALL (needed) {
  UNWIND needed AS x MATCH (x)<-[:MEMBER_OF]-(y:Thing)
  RETURN collect(DISTINCT y.id) AS behind
}
RETURN [x IN needed | x.id], behind
