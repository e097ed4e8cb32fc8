// Who holds the right to write.
MATCH (p:HanseProject {name: $project}) WHERE p.holder IS NOT NULL RETURN p.holder
