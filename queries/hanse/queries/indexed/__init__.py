"""The heavy questions on the columnar index: the same answers among a million clusters.

The plain reading of each stands beside this package and decides what is right; a test holds
the two against each other on random projects. :mod:`hanse.queries.engine` picks one.
"""
