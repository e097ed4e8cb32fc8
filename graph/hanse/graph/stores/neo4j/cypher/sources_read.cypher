// The documents, by the origin that brought them.
MATCH (s:Source {project: $project})
RETURN s.origin, s.place, s.id, s.title, s.publisher, s.date, s.url, s.kind, s.note
