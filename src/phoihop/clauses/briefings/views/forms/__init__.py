"""Pages of forms of reports."""
