"""Disclosure: asking, telling the owners, setting limits."""
