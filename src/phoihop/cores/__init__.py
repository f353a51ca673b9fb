"""Pure cores: plain Python, no Django, no clock, no files."""
