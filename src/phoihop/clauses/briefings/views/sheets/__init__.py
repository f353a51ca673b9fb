"""Pages of files of figures."""
