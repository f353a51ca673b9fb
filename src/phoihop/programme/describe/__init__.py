"""Rows of the spine as papers: pure descriptions, drawn by ``papers.rendering``."""
