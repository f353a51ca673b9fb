"""Draws the outlines of the map's own base layer from open data; docs/adr/ says which, and why."""
