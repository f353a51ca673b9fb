"""Every page asks the database a fixed number of questions, however many rows it shows."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from phoihop.base.access import PUBLIC, open_to
from phoihop.people.models import Party
from phoihop.testing.factories import PartyFactory
from tests.access.matrix import LINES
from tests.access.reading import address
from tests.pages.counting import HOW, agreed, queries, renew, renewing
from tests.pages.crowd import multiply

PEOPLE = ("regulator", "vnpt", "keeper")
LIBRARY = ("account_", "mfa_", "usersessions_")


def _pages(world, person: str) -> dict[str, str]:
    """Page → address, of all that this person may read."""
    return {
        f"{line.name} {line.row}".strip(): address(line, world.args)
        for line in LINES
        if line.expected(person, "GET") == "." and not line.name.startswith(LIBRARY)
    }


def _count(client, pages: dict[str, str]) -> dict[str, int]:
    return {page: queries(client, url) for page, url in pages.items()}


@pytest.mark.parametrize("person", PEOPLE)
def test_as_many_questions_for_thirty_rows_as_for_one(person, world, client_of):
    client, pages = client_of(world.people[person]), _pages(world, person)

    multiply(world, 1)
    one = _count(client, pages)
    multiply(world, 30)
    many = _count(client, pages)

    grown = {page: f"{one[page]} → {many[page]}" for page in pages if many[page] > one[page]}
    assert grown == {}, "these pages ask once a row: use select_related or prefetch_related in their query"
    if renewing():
        renew(person, many)
    more = {
        page: f"{agreed()[person].get(page)} → {many[page]}"
        for page in pages
        if many[page] > agreed()[person].get(page, 0)
    }
    assert more == {}, HOW


@open_to(PUBLIC)
def asking_once_a_row(request):
    """A page as it should not be."""
    return HttpResponse([str(Party.objects.get(pk=party.pk)) for party in Party.objects.all()])


urlpatterns = [path("", asking_once_a_row)]


@override_settings(ROOT_URLCONF=__name__)
def test_a_question_for_each_row_is_seen(client, vnpt):
    few = queries(client, "/")
    PartyFactory.create_batch(3)

    assert queries(client, "/") == few + 3
