// The moment at which a load becomes what readers see.
MATCH (p:HanseProject {name: $project})
SET p.version = $version, p.settings = $settings, p.graph = $graph, p.writes = p.writes + 1
