// Write scores back as properties of clusters, with what they were asked by and when.
UNWIND $rows AS row
MATCH (c:ClusterOrganisation {graph: $graph, id: row.id})
SET c += row.scores, c.scoreGuide = $guide, c.scoreChain = $chain,
  c.scoreDay = $day, c.scoreVersion = $version
