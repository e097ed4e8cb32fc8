// Things whose names hold all words: clusters first, then those whose names begin so.
CALL db.index.fulltext.queryNodes("words", $query) YIELD node AS t
WHERE t.graph = $graph
WITH t, any(one IN t.keys WHERE one STARTS WITH $asked) AS begins
ORDER BY t.kind <> 'cluster', NOT begins, t.nameKey, t.id
WITH collect(t.id) AS found
RETURN found[..$most], size(found)
