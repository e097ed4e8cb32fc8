// A shortest way between two things through memberships, at most ten steps long.
MATCH (a:Thing {graph: $graph, id: $start})
MATCH (b:Thing {graph: $graph, id: $end})
MATCH way = SHORTEST 1 (a)-[:MEMBER_OF]-{1,10}(b)
RETURN [step IN nodes(way) | step.id]
