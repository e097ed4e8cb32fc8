// The kinds of some things, by their ids.
MATCH (t:Thing {graph: $graph}) WHERE t.id IN $ids AND t.kind IS NOT NULL
RETURN collect([t.id, t.kind])
