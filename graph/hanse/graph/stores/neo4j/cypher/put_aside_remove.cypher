// Remove the rows put aside that an origin brought before.
MATCH (n:PutAside {project: $project, origin: $origin}) DELETE n
