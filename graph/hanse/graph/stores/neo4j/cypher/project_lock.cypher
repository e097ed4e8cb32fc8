// Lock the project until the transaction ends, before anything of it is read.
MATCH (p:HanseProject {name: $project}) SET p.asked = $holder
