"""Long work of briefings."""
