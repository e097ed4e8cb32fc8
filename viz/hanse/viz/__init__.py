"""Show the answers: pages, charts, files and the command line."""
