// What some things lead to in one step through memberships: members, and what they are members of.
MATCH (x:Thing {graph: $graph}) WHERE x.id IN $ids
MATCH (x)-[r:MEMBER_OF|IN_ALLIANCE|IN_GROUP]-(y:Thing)
WHERE x.kind IS NOT NULL AND y.kind IS NOT NULL AND NOT y.id IN $seen
  AND (endNode(r).kind IN $kinds OR endNode(r).id IN $ends)
  AND type(r) = CASE endNode(r).kind
    WHEN 'alliance' THEN 'IN_ALLIANCE' WHEN 'group' THEN 'IN_GROUP' ELSE 'MEMBER_OF' END
RETURN collect(DISTINCT [x.id, y.id])
