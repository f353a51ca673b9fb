"""Every address answers every person as the matrix says, and none is missing from it."""

from __future__ import annotations

import os

import pytest
from django.db import connection

from tests.access.matrix import LINES
from tests.access.reading import METHODS, PEOPLE, Line, address, ask, names

# PHOIHOP_MATRIX=towers:sharing asks the lines alone whose address or row holds this, while one works on them.
ASKED = [line for line in LINES if os.environ.get("PHOIHOP_MATRIX", "") in f"{line.name} {line.row}"]

# Who may come in is decided before the database is asked: on PostgreSQL those ask who come to every kind of row.
EVERYWHERE = ("regulator", "vnpt", "viettel")
ASKING = PEOPLE if connection.vendor == "sqlite" else [one for one in PEOPLE if one in EVERYWHERE]


def test_every_address_is_in_the_matrix():
    listed = {line.name for line in LINES}

    assert names() - listed == set(), "add these addresses to tests/access/matrix"
    assert listed - names() == set(), "these addresses are gone: take them out of tests/access/matrix"


def test_every_line_tells_of_every_person():
    short = [line for line in LINES if {len(line.get), len(line.post)} != {len(PEOPLE)}]

    assert short == []


@pytest.mark.parametrize("person", ASKING)
def test_answers(person, world, client_of):
    client = client_of(world.people[person])

    wrong = [
        f"{method} {line.name} {line.row}: {answer} instead of {line.expected(person, method)}"
        for line in ASKED
        for method in METHODS
        if (answer := ask(client, method, address(line, world.args))) != line.expected(person, method)
    ]

    assert wrong == []


def test_a_wrong_answer_is_seen(world, client_of):
    line = Line("people:accounts", "", ".........", ".........")

    answer = ask(client_of(world.people["vnpt"]), "GET", address(line, world.args))

    assert answer == "#" != line.expected("vnpt", "GET")
