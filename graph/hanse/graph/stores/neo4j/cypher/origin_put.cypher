// Note what an origin brought.
MERGE (o:Origin {project: $project, name: $name}) SET o += $properties
