"""Requests to share a mast: their words, limits and clocks, and what they register at start-up."""
