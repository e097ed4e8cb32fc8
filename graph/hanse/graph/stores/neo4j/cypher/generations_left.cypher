// What nothing refers to: broken off, or retired before the last write.
MATCH (g:Generation {project: $project})
WHERE NOT g.id IN $live AND coalesce(g.retired, -1) < $writes
RETURN g.id, g.of
