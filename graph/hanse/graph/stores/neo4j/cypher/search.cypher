// Things of some kinds by their names, best first: case and accents aside.
CALL db.index.fulltext.queryNodes("names", $words) YIELD node, score
WHERE node.graph = $graph AND node.kind IN $kinds
RETURN node.id, node.name, score ORDER BY score DESC, node.id LIMIT $limit
