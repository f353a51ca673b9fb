"""Forms of the map."""
