// Remove a batch of the things of a graph, with their ties, and say how many.
MATCH (t:Thing) WHERE t.graph = $id AND t.id IS NOT NULL
WITH t LIMIT $batch
DETACH DELETE t RETURN count(*)
