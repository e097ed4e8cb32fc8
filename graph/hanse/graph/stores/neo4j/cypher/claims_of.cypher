// All claims on some subjects, each as it was written.
MATCH (c:Claim) WHERE c.load IN $loads AND c.subject IN $subjects
RETURN collect(coalesce(c.row, ''))
