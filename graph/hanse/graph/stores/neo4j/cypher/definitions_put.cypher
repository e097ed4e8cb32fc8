// Keep the chains, guides and rules that an origin brings. Runs after definitions_remove.
UNWIND $rows AS row CREATE (n:Definition {project: $project, origin: $origin}) SET n += row
