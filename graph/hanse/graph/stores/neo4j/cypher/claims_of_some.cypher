// The claims on some subjects that use some relations and attributes, each as it was written.
MATCH (c:Claim) WHERE c.load IN $loads AND c.subject IN $subjects AND c.predicate IN $predicates
RETURN collect(coalesce(c.row, ''))
