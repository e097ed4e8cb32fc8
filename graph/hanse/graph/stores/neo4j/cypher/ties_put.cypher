// Put a batch of ties of one relation on the graph; doing it twice does nothing more.
// An end that nobody described becomes a thing without a kind, which no question finds.
UNWIND $rows AS row
MERGE (a:Thing {graph: $graph, id: row.from})
MERGE (b:Thing {graph: $graph, id: row.to})
MERGE (a)-[r:$($type) {claim: row.claim}]->(b)
SET r += row.properties
