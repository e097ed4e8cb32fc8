// The groups that some things are in and of which a figure is stated, and all their members: a
// figure of a group is a statement about all of them together.
MATCH (t:Thing {graph: $graph})-[:MEMBER_OF|IN_GROUP]->(g:Thing)
WHERE t.id IN $ids AND g.kind IN $kinds AND any(name IN keys(g) WHERE name IN $figures)
WITH DISTINCT g
OPTIONAL MATCH (g)<-[:MEMBER_OF|IN_GROUP]-(x:Thing)
RETURN collect(DISTINCT g.id) + collect(DISTINCT x.id)
