"""The registry: sheets, places that are one, structures to count, administrative units, succession."""
