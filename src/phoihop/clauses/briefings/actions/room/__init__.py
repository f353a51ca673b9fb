"""Running the room on the day."""
