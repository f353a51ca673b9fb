"""Writes of forms of reports."""
