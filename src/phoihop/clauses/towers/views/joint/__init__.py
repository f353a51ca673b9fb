"""Pages of the joint plan of a year."""
