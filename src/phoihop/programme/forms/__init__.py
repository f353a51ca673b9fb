"""Forms of the spine."""
