"""One real browser for every test that needs one, and the rules of WCAG 2.2 AA to hold pages against."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Playwright keeps an event loop running, which Django would take for an async caller."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *sandbox])
        yield opened
        opened.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def barriers() -> Callable[..., list[str]]:
    """``barriers(page)`` lists what axe-core finds against WCAG 2.2 AA, one line each.

    ``only`` names the rules to ask, ``but`` those to leave out: contrast takes most of the time, and where a page has
    the same colours in another shape it need not be measured again.
    """
    script = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")

    def found(page: Page, *, only: Sequence[str] = (), but: Sequence[str] = ()) -> list[str]:
        page.evaluate(script)
        options = {
            "runOnly": {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": WCAG},
            "rules": {name: {"enabled": False} for name in but},
            "resultTypes": ["violations"],
        }
        result = page.evaluate("options => axe.run(options)", options)
        violations = result["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in violations for node in one["nodes"]]

    return found
