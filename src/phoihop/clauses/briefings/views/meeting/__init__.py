"""Pages of briefings, agendas and attendance."""
