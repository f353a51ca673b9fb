"""Disclosure: what a rival is told of masts, and what the area registers at start-up."""
