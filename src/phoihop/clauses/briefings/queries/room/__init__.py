"""Reads of the room on the day."""
