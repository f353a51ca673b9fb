"""One real browser for every test that needs one, and the rules of WCAG 2.2 AA to hold pages against."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.serving import Server

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests far apart: workers begin with equal shares of the list, one long test each."""
    long = [item for item in items if item.get_closest_marker("long")]
    others = [item for item in items if not item.get_closest_marker("long")]
    step = len(others) // max(len(long), 1)
    for number, item in enumerate(long):
        others.insert(number * (step + 1), item)
    items[:] = others


@pytest.fixture(scope="session")
def live_server(django_db_setup: None) -> Iterator[Server]:
    """pytest-django's, with files that a browser may keep."""
    server = Server()
    yield server
    server.stop()


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

    ``within`` is the selector of the part to look at. ``only`` names the rules to ask, ``but`` those to leave out:
    contrast takes most of the time, and where a page has the same colours in another shape it need not be measured
    again.
    """
    script = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")

    def found(page: Page, *, within: str = ":root", only: Sequence[str] = (), but: Sequence[str] = ()) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(script)
        options = {
            "runOnly": {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": WCAG},
            "rules": {name: {"enabled": False} for name in but},
            "resultTypes": ["violations"],
        }
        result = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])
        violations = result["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in violations for node in one["nodes"]]

    return found
