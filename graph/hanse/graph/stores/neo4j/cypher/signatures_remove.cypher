// Remove what was kept of chains on a graph, a batch at a time, and say how many.
MATCH (s:StageSignature|SignatureSet) WHERE s.graph = $id AND s.digest <> $digest
WITH s LIMIT $batch DETACH DELETE s RETURN count(*)
