// The clusters that some reach: themselves, and the members of what gives them access.
MATCH (m:Thing {graph: $graph}) WHERE m.id IN $ids
OPTIONAL MATCH (m)-[:MEMBER_OF]->(door:Thing)<-[:MEMBER_OF]-(x:Thing) WHERE door.kind IN $kinds
WITH collect(DISTINCT m.id) AS own, collect(DISTINCT x.id) AS others
RETURN own + [one IN others WHERE NOT one IN own]
