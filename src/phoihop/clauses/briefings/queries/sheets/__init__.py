"""Files of figures that were sent in, what taking them would do, and figures to take away."""
