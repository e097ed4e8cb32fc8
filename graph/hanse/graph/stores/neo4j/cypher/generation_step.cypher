// Go one step further with a load or a graph; no row when that step was made before.
MATCH (g:Generation {id: $id}) WHERE coalesce(g.step, 0) < $step
SET g.step = $step RETURN g.step
