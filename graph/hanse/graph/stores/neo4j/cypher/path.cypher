// All that shortest ways between two things lead through: members, and what they are members of.
MATCH (a:Thing {graph: $graph, id: $start})
MATCH (b:Thing {graph: $graph, id: $end})
MATCH way = ALL SHORTEST (a) ((x:Thing)-[r:MEMBER_OF|IN_ALLIANCE|IN_GROUP]-(y:Thing)
  WHERE x.kind IS NOT NULL AND y.kind IS NOT NULL
    AND (endNode(r).kind IN $kinds OR endNode(r).id IN $ends)
    AND type(r) = CASE endNode(r).kind
      WHEN 'alliance' THEN 'IN_ALLIANCE' WHEN 'group' THEN 'IN_GROUP' ELSE 'MEMBER_OF' END
  ){1,30} (b)
UNWIND nodes(way) AS step
RETURN collect(DISTINCT step.id)
