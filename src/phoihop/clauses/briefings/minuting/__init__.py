"""Minutes as plain data and as papers."""
