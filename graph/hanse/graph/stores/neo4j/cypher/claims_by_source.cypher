// How many claims each source makes; one that several origins bring counts once.
MATCH (c:Claim) WHERE c.load IN $loads AND c.subject IS NOT NULL
WITH DISTINCT c.id AS id, c.source AS source
RETURN source, count(*) ORDER BY source
