// Of what there are claims, and how many of each.
MATCH (c:Claim) WHERE c.load IN $loads AND c.subject IS NOT NULL
WITH c.subject AS subject, count(*) AS many
RETURN collect([subject, many])
