// Put a batch of things of one kind on the graph; doing it twice does nothing more.
UNWIND $rows AS row
MERGE (t:Thing {graph: $graph, id: row.id})
SET t = row.properties, t.graph = $graph, t.id = row.id
SET t:$($labels)
