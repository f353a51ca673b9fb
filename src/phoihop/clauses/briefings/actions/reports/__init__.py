"""Rounds of reports, and what parties report."""
