"""A page with every behaviour on it, served under the policy of the real pages, by a server that remembers."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.complaining import is_complaint

HERE = Path(__file__).parent
STATIC = HERE.parents[1] / "src/phoihop/base/static/phoihop"
OUTLINES = STATIC.parent / "map"
PAGES = {"/map": "map.html"}
KINDS = {
    ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".svg": "image/svg+xml",
    ".woff2": "font/woff2", ".geojson": "application/geo+json",
}  # fmt: skip
NONCE = "nonce-of-the-test"
POLICY = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; "
    f"img-src 'self' data:; script-src 'self' 'nonce-{NONCE}'; style-src 'self' 'nonce-{NONCE}'; worker-src 'self'"
)


@dataclass
class Served:
    """Where the page is, and what was posted there; ``refusal`` is answered instead of agreement."""

    address: str
    posts: list[tuple[str, str]] = field(default_factory=list)
    refusal: str = ""


class _Handler(BaseHTTPRequestHandler):
    served: Served

    def _answer(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].removeprefix("/static/")
        if self.path.startswith("/static/"):
            path = OUTLINES / name.removeprefix("map/") if name.startswith("map/") else STATIC / name
            self._answer(200, KINDS[path.suffix], path.read_bytes())
        else:
            self._answer(
                200,
                "text/html; charset=utf-8",
                (HERE / PAGES.get(self.path.partition("?")[0], "page.html")).read_bytes(),
            )

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.served.posts.append((self.path, sent))
        if self.served.refusal:
            self._answer(409, "application/json", json.dumps({"error": self.served.refusal}).encode())
        else:
            self._answer(200, "text/html; charset=utf-8", b'<html lang="vi"><title>x</title><p>ok')

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def served() -> Iterator[Served]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    _Handler.served = Served(f"http://127.0.0.1:{server.server_port}/")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield _Handler.served
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: refused code or styles, errors of scripts."""
    return []


@pytest.fixture
def window(browser: Browser, served: Served, complaints: list[str]) -> Iterator[Page]:
    """A window in which nothing is open yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()


@pytest.fixture
def page(window: Page, served: Served) -> Page:
    """The page with every behaviour but the map."""
    window.goto(served.address)
    window.wait_for_selector(".fc-event")
    return window
