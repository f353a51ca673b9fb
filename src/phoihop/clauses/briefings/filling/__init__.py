"""Filling in a report: figures as people type them, cells as pages name them."""
