// All claims on some subjects, and of others those that use some relations and attributes, each as
// it was written; then how many of the loads can still be read.
CALL () {
  MATCH (c:Claim) WHERE c.load IN $loads AND c.subject IN $whole
  RETURN collect(coalesce(c.row, '')) AS every
}
CALL () {
  MATCH (c:Claim) WHERE c.load IN $loads AND c.subject IN $brief AND c.predicate IN $predicates
  RETURN collect(coalesce(c.row, '')) AS some
}
WITH every, some
CALL () { MATCH (g:Generation) WHERE g.id IN $loads AND g.fading IS NULL RETURN count(g) AS there }
RETURN every, some, there
