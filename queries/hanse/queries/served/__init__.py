"""Ask a project that lies in a server, part by part, with the answers that a whole graph gives.

The server finds, counts and bounds; only the claims that an answer rests on travel, and the
formulas stay in Python.
"""
