// A project: what it is now. Its version changes with every write that changes anything.
MATCH (p:HanseProject {name: $project})
RETURN p.version, p.settings, p.graph, p.writes
