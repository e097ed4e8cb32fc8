// Let others write.
MATCH (p:HanseProject {name: $project, holder: $holder})
REMOVE p.holder, p.heldUntil, p.asked
