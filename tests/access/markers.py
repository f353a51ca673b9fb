"""Texts and figures that VNPT alone, and the department, may read; nothing of them may reach a rival."""

MARKER = "BIMAT"
FIGURE = "987654321"


def secret(what: str) -> str:
    """A text that tells where it was planted."""
    return f"{MARKER}-{what}"
