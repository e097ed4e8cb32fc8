"""Keep projects in Neo4j: claims as they were stated, and the graph that follows from them.

The only package that imports the driver; it is imported when such a project is opened. What
runs in the server stands in ``cypher/``, one statement a file, for experts to read; the model
and ten questions are described in docs/neo4j.md.
"""
