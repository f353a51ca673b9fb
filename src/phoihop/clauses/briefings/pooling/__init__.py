"""Pooled tables of a round: which figures hang together, what was told before, what may be shown. No rows, no Django.

``phoihop.cores.disclosure`` decides; this package brings a form's figures into its shape and back.
"""
