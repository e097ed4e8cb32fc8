// All things of one kind, by id: for kinds of which there are few.
MATCH (t:Thing {graph: $graph}) WHERE t.kind = $kind RETURN collect(t.id)
