"""Reads of the meeting: briefings, agendas, what is open, who comes."""
