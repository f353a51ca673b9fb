"""Rounds of reports: their periods, where a report stands, who owes what, the letter that asks."""
