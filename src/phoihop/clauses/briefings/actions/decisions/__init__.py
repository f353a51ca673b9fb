"""Decisions and tasks: recorded, reported on, confirmed."""
