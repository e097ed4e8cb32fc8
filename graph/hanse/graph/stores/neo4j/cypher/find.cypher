// Things that are called so: by their id, or by any of their names as names are compared.
CALL () {
  MATCH (t:Thing {graph: $graph, id: $id}) WHERE t.kind IS NOT NULL
  RETURN t
  UNION
  CALL db.index.fulltext.queryNodes("words", $query) YIELD node AS t
  WHERE t.graph = $graph AND $asked IN t.keys
  RETURN t
}
RETURN t.id, t.kind ORDER BY t.id
