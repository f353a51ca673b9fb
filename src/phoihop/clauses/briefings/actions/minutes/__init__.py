"""Writing minutes, their versions, what attendees want otherwise, and their papers."""
