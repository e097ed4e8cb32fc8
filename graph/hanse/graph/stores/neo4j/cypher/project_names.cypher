// The projects that the database holds.
MATCH (p:HanseProject) RETURN p.name ORDER BY p.name
