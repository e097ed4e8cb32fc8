"""Claims as RDF, and back: one named graph for each source, and queries over them.

``hanse.graph.rdf.project`` makes quads of a project and a project of quads;
``hanse.graph.rdf.parsing`` and ``hanse.graph.rdf.writing`` read and write the formats;
``hanse.graph.rdf.queries`` answers SPARQL. The mapping is described in docs/rdf.md.
"""
