// What a load says that none of the others says: how many claims, and on what.
MATCH (c:Claim) WHERE c.load = $load AND c.subject IS NOT NULL
  AND NOT EXISTS { MATCH (d:Claim {id: c.id}) WHERE d.load IN $others }
RETURN count(c), collect(DISTINCT c.subject), collect(DISTINCT c.predicate)
