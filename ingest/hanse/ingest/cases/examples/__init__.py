"""Examples to copy: definitions of our own invention, taken from no document."""
