// What lies around a thing, nearest first, up to four steps of any relation away.
MATCH (t:Thing {graph: $graph, id: $id})
MATCH way = SHORTEST 1 (t) (()-[]-(x:Thing WHERE x.kind IS NOT NULL)){1,4} (near:Thing)
WHERE near <> t AND length(way) <= $hops
WITH near.id AS id, length(way) AS steps ORDER BY steps, id
WITH collect(id) AS ids, collect(steps) AS steps
RETURN ids[..$most], steps[..$most], size(ids)
