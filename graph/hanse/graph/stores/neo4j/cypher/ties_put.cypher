// Put a batch of ties of one relation on the graph. Runs once: after generation_step on a new
// graph, after things_clear on one that is there. An end that nobody described becomes a thing
// without a kind, which no question finds.
UNWIND $rows AS row
MERGE (a:Thing {graph: $graph, id: row.from})
MERGE (b:Thing {graph: $graph, id: row.to})
CREATE (a)-[r:$($type)]->(b)
SET r = row.properties, r.claim = row.claim
