"""Actions of the sharing of towers."""
