"""A server of the test's own pages for a real browser."""

from __future__ import annotations

from django.core.handlers.wsgi import WSGIHandler
from pytest_django.live_server_helper import LiveServer


class Server(LiveServer):
    """Scripts and styles come from the middleware, as in earnest, so that the browser may keep them.

    Django's own way for tests reads them anew for every page.
    """

    def __init__(self) -> None:
        super().__init__("localhost", start=False)
        self.thread.static_handler = _by_middleware
        self.start()


def _by_middleware(application: WSGIHandler) -> WSGIHandler:
    return application
