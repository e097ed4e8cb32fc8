"""What the cases ask with: D4.1's guide, and a value chain of photonics for health."""
