"""Sending in files of figures, taking them over, and taking figures away."""
