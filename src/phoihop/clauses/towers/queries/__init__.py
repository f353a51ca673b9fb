"""Queries of the sharing of towers."""
