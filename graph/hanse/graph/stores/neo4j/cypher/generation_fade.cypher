// From here on a reader of it is told that it is being removed.
MATCH (g:Generation {id: $id}) SET g.fading = true
