"""The domain: what a cluster organisation is, what is claimed of it, and where that is kept."""
