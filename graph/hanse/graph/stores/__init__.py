"""One module for each place a project can be kept; each is imported on demand only."""
