// The clusters of some countries that have every one of some categories.
MATCH (k:Category {graph: $graph, id: $first})<-[:CLASSIFIED_AS]-(c)
WHERE (size($countries) = 0 OR c.country IN $countries)
  AND all(id IN $others WHERE EXISTS { (c)-[:CLASSIFIED_AS]->(o:Category) WHERE o.id = id })
RETURN DISTINCT c.id ORDER BY c.id LIMIT $limit
