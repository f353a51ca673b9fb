"""Disclosure for pages: who may ask, what is left, what was shown to whom."""
