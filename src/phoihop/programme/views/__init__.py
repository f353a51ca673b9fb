"""Views of the spine."""
