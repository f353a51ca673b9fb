"""The demo year, served to a real browser, and the pages that one of its people can reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from django.http import FileResponse, StreamingHttpResponse
from django.test import Client
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Page

from phoihop.people.models import User
from tests.complaining import is_complaint
from tests.pages.looking import SIZES

PEOPLE = {"officer": "chuyenvien@sotttt.example.vn", "enterprise": "daumoi@vtl.example.vn"}
LINK = re.compile(r'href="(/[^"#]*)"')
BACKEND = "phoihop.people.backends.AccountBackend"
MOST = 400  # addresses looked at; far more than there are pages


@dataclass(frozen=True, slots=True)
class Visit:
    """A person's session, and one address of each page they can reach."""

    session: str
    urls: list[str]

    @classmethod
    def of(cls, email: str) -> Visit:
        """Sign in and look around."""
        client = Client()
        client.force_login(User.objects.get(email=email), backend=BACKEND)
        return cls(client.cookies["sessionid"].value, pages_of(client))


@dataclass(frozen=True, slots=True)
class Served:
    """Where the demo is, and how far each person gets in it."""

    address: str
    visits: dict[str, Visit]


def pages_of(client: Client) -> list[str]:
    """One address of each page that can be reached by links from the first page; no files, no signing out."""
    waiting, seen, found = ["/"], {"/"}, dict[str, str]()
    while waiting and len(seen) < MOST:
        url = waiting.pop(0)
        name = _name(url)
        if not name or name in found or name == "account_logout":
            continue
        response = client.get(url, follow=True)
        if isinstance(response, StreamingHttpResponse | FileResponse):
            response.close()
            continue
        if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
            continue
        found[name] = url
        for link in LINK.findall(response.content.decode()):
            plain = link.replace("&amp;", "&")
            if plain not in seen:
                seen.add(plain)
                waiting.append(plain)
    return list(found.values())


def _name(url: str) -> str:
    try:
        return resolve(url.partition("?")[0]).view_name
    except Resolver404:
        return ""


@contextmanager
def signed_in(
    browser: Browser, served: Served, name: str, *, colours: Literal["light", "dark"]
) -> Iterator[tuple[Page, list[str]]]:
    """A page of the browser with the person's session, and what the browser complains of."""
    complaints: list[str] = []
    context = browser.new_context(locale="vi-VN", reduced_motion="reduce", color_scheme=colours, viewport=SIZES["wide"])
    context.add_cookies([{"name": "sessionid", "value": served.visits[name].session, "url": served.address}])
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, complaints
    context.close()
