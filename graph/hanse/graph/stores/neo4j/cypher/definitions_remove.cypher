// Remove the chains, guides and rules that an origin brought before.
MATCH (n:Definition {project: $project, origin: $origin}) DELETE n
