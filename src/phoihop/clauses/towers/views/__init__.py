"""Views of the sharing of towers."""
