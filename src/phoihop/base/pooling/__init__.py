"""Pooled tables as files: contributions and rules in, what may be shown and its audit out. Knows no Django.

``phoihop protect`` and ``phoihop audit-table`` live here; what they decide is the core's, ``phoihop.cores.disclosure``.
"""
