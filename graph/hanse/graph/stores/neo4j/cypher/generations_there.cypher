// How many of these can still be read.
MATCH (g:Generation) WHERE g.id IN $ids AND g.fading IS NULL RETURN count(g)
