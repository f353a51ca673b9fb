"""Keeping the registry: sites and masts, tenancies and stations, codes and rules, files, confirmation."""
