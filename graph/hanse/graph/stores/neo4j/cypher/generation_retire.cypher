// Nothing refers to it from now on; it stays until the write after the next.
MATCH (g:Generation) WHERE g.id IN $ids SET g.retired = $write
