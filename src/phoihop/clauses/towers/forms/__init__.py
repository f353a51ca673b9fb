"""Forms of the sharing of towers."""
