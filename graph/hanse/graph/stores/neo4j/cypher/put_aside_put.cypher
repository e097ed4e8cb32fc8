// Keep the rows put aside that an origin brings. Runs after put_aside_remove.
UNWIND $rows AS row CREATE (n:PutAside {project: $project, origin: $origin}) SET n += row
