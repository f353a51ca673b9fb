"""Views of memoranda."""
