"""Minutes for pages."""
