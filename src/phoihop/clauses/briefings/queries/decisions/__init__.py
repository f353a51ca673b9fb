"""Decisions and tasks for pages."""
