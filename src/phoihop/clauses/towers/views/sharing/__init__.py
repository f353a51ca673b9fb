"""Pages of sharing requests."""
