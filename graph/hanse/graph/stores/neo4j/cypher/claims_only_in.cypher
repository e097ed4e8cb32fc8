// What a load says that none of the others says: how many claims, and on what.
MATCH (c:Claim) WHERE c.load = $load AND c.subject IS NOT NULL
  AND (size($others) = 0 OR NOT EXISTS { MATCH (d:Claim) WHERE d.load IN $others AND d.id = c.id })
RETURN count(c), collect(DISTINCT c.subject), collect(DISTINCT c.predicate)
