"""Reads of papers for pages."""
