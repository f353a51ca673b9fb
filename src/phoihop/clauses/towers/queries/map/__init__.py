"""Masts on the map: who may see which, narrowed down, as tiles and as a table."""
