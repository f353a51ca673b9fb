"""Reading the matrix, and asking an address as one of the people."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from phoihop.base.checks import walk

PEOPLE = ("visitor", "regulator", "director", "clerk", "auditor", "vnpt", "viettel", "other", "keeper")
SIGNS = {200: ".", 204: ".", 302: ">", 403: "#", 404: "-", 405: "x", 409: "s", 422: "!", 400: "!", 410: "g", 429: "l"}
METHODS = ("GET", "POST")
APPS = ("base", "people", "papers", "notices", "programme", "towers", "briefings")
FILLED = {"nothing": "1"}  # a form that was sent, with none of the fields it asks for


@dataclass(frozen=True, slots=True)
class Line:
    """One address: its name, the row it is asked with, and the answers to GET and to POST, a letter a person."""

    name: str
    row: str
    get: str
    post: str

    def expected(self, person: str, method: str) -> str:
        """The sign of the answer."""
        return (self.get if method == "GET" else self.post)[PEOPLE.index(person)]


def read(table: str) -> Iterator[Line]:
    """Lines ``name [row] GET POST``; a line that begins with # is a heading."""
    for text in table.strip().splitlines():
        words = text.split()
        if words and not text.startswith("#"):
            name, row = words[0], words[1] if len(words) == 4 else ""
            yield Line(name, row, words[-2], words[-1])


def names() -> set[str]:
    """Every name of an address, with its namespace."""
    found = set()
    for route, pattern in walk(get_resolver().url_patterns):
        app = next((app for app in APPS if _has(app, pattern)), "")
        assert pattern.name, f"the address {route} has no name"
        found.add(f"{app}:{pattern.name}" if app else pattern.name)
    return found


def _has(namespace: str, pattern: object) -> bool:
    _prefix, resolver = get_resolver().namespace_dict.get(namespace, ("", None))
    return resolver is not None and any(one is pattern for _route, one in walk(resolver.url_patterns))


def address(line: Line, args: dict[str, tuple[object, ...]]) -> str:
    """The address itself."""
    try:
        return reverse(line.name, args=args[line.row])
    except (NoReverseMatch, KeyError) as problem:
        raise AssertionError(f"{line.name} cannot be built from the row “{line.row}”: {problem}") from problem


class _Undo(Exception):
    """Takes back what a request changed."""


def ask(client: Client, method: str, url: str) -> str:
    """The sign of the answer; whatever the request changed is undone."""
    answer, cookies = "", copy.deepcopy(client.cookies)
    try:
        with transaction.atomic():
            response = client.get(url) if method == "GET" else client.post(url, FILLED)
            answer = SIGNS.get(response.status_code, str(response.status_code))
            raise _Undo
    except _Undo:
        client.cookies = cookies
    return answer
