"""Actions of the spine."""
