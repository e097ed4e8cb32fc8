// How many clusters have each category of a scheme.
MATCH (k:Category {graph: $graph}) WHERE k.scheme = $scheme
RETURN k.id, k.name, COUNT { (k)<-[:CLASSIFIED_AS]-(:ClusterOrganisation) } AS clusters
ORDER BY clusters DESC, k.id
