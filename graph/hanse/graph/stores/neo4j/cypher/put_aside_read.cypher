// Rows that could not be read, by the origin that brought them.
MATCH (a:PutAside {project: $project})
RETURN a.origin, a.place, a.file, a.reason, a.remedy, a.sheet, a.row, a.column, a.value
