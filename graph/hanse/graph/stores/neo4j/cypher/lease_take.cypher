// Take or renew the right to write, unless another holds it. Runs after project_lock.
MATCH (p:HanseProject {name: $project})
WHERE p.holder IS NULL OR p.holder = $holder OR p.heldUntil < timestamp()
SET p.holder = $holder, p.heldUntil = timestamp() + $term
RETURN p.name
