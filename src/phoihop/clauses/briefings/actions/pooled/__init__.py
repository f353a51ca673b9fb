"""Pooled tables: made, published, withdrawn."""
