// What lies around a thing, nearest first, in two steps of any relation.
MATCH (t:Thing {graph: $graph, id: $id})
MATCH way = (t)-[]-{1,2}(near:Thing)
WHERE near.kind IS NOT NULL AND near.id <> $id
RETURN near.id, min(length(way)) AS steps ORDER BY steps, near.id LIMIT $limit
