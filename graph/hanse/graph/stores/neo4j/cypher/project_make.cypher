// Make an empty project; one that is there stays as it is.
MERGE (p:HanseProject {name: $project})
ON CREATE SET p.version = $version, p.settings = $settings, p.writes = 0
