// What belongs to a thing, in the widest sense.
MATCH (t:Thing {graph: $graph, id: $id})<-[:MEMBER_OF|IN_ALLIANCE|IN_GROUP|STATE_FOR]-(x:Thing)
RETURN collect(DISTINCT x.id)
