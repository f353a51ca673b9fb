"""Queries of the spine."""
