// What was brought, oldest first, and the load in which its claims are kept.
MATCH (o:Origin {project: $project})
RETURN o.no, o.name, o.rows, o.written, o.load, o.digest, coalesce(o.claims, 0) ORDER BY o.no
