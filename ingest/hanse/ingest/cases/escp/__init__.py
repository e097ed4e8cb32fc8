"""Strategic cluster partnerships of 2012 to 2024, as tables."""
