"""The installation as ``phoihop demo`` starts it, for a test."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.test import override_settings
from django.urls import clear_url_caches

from phoihop.config import urls as config_urls
from phoihop.people import urls as people_urls


@contextmanager
def demo_mode() -> Iterator[None]:
    """Demo mode, with the addresses that exist in no other mode, whatever ran before in this process."""
    try:
        with override_settings(DEMO=True):
            _route_again()
            yield
    finally:
        _route_again()


def _route_again() -> None:
    for module in (people_urls, config_urls):
        importlib.reload(module)
    clear_url_caches()
