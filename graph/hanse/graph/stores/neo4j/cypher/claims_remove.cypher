// Remove a batch of the claims of a load, and say how many.
MATCH (c:Claim) WHERE c.load = $id AND c.subject IS NOT NULL
WITH c LIMIT $batch
DETACH DELETE c RETURN count(*)
