"""What people do with obstacles."""
