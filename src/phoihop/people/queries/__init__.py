"""Reads of parties and people for pages."""
