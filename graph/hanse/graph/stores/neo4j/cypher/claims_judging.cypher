// The claims that judge two things to be the same, or not to be.
MATCH (c:Judgement) WHERE c.load IN $loads
RETURN collect(coalesce(c.row, ''))
