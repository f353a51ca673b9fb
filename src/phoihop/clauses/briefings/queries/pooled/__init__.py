"""Pooled tables for pages."""
