"""The parts of the columnar index: how it is made from claims, kept in a file, and checked.

:mod:`hanse.graph.index` puts them together; queries know only that.
"""
