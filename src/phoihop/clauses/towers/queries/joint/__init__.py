"""Reads for the pages of the joint plan."""
