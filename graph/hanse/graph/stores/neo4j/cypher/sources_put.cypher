// Keep the documents that an origin brings. Runs after sources_remove.
UNWIND $rows AS row CREATE (n:Source {project: $project, origin: $origin}) SET n += row
