"""Reading obstacles."""
