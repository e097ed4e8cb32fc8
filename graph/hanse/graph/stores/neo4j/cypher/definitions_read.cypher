// Chains, guides and rules, by the origin that brought them.
MATCH (d:Definition {project: $project})
RETURN d.origin, d.place, d.kind, d.id, d.text
