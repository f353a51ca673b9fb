"""Reads of forms of reports."""
