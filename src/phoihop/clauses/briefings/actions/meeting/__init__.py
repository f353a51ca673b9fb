"""Preparing the meeting: its agenda, invitations, who comes."""
