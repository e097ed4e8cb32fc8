// Its last part is gone.
MATCH (g:Generation {id: $id}) DELETE g
