"""Obstacles: words to search by, clocks, topics, what every step does."""
