"""Ask the graph who completes an alliance, how good a candidate is, how far it reaches."""
