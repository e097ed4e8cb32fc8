// Remove the documents that an origin brought before.
MATCH (n:Source {project: $project, origin: $origin}) DELETE n
