// Take from things all that was said of them, and the ties that lead from them.
UNWIND $ids AS id
MERGE (t:Thing {graph: $graph, id: id})
SET t = {graph: $graph, id: id}
REMOVE t:$($labels)
WITH t MATCH (t)-[r]->(:Thing) DELETE r
