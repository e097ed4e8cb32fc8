// The claims on some subjects that use some relations and attributes, part by part.
MATCH (c:Claim) WHERE c.load IN $loads AND c.subject IN $subjects AND c.predicate IN $predicates
RETURN collect([c.id, c.subject, c.predicate, c.type, c.value, c.upper, c.unit, c.qualifier,
  c.strict, c.source, c.locator, c.as_of, c.since, c.until, c.role, c.context, c.status,
  c.as_written, c.note])
