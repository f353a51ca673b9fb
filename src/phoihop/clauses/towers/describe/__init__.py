"""Papers of the sharing of towers, described apart from how they look."""
