// All names of things of some kinds, to say what was meant.
MATCH (t:Thing {graph: $graph}) WHERE t.kind IS NOT NULL AND (size($kinds) = 0 OR t.kind IN $kinds)
RETURN collect(t.id), collect(t.name), collect(coalesce(t.aliases, []))
