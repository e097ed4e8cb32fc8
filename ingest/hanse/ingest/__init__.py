"""Read what others publish, as claims with their source."""
