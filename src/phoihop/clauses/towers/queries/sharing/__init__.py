"""Sharing requests for pages: what a side, and what the department, may read."""
