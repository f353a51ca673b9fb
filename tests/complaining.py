"""What counts as a complaint of the browser."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage

DRIVER = "GL Driver Message"  # of the machine's own drawing without a graphics card, whatever the page does


def is_complaint(said: ConsoleMessage) -> bool:
    """Errors and warnings that a page can help."""
    return said.type in {"error", "warning"} and DRIVER not in said.text
