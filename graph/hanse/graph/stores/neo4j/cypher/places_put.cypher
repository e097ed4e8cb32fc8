// Number the places, so that a question can say of each what it is worth.
UNWIND range($first, $first + size($places) - 1) AS number
MATCH (c:ClusterOrganisation {graph: $graph, place: $places[number - $first]})
SET c.placeNo = number
