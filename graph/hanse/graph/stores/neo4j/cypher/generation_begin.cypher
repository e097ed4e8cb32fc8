// Begin a load of claims or a graph; nothing refers to it yet.
MERGE (g:Generation {id: $id}) SET g.project = $project, g.of = $of
