"""A memorandum in each state, made by the actions themselves."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.papers.models import RegisteredSigner
from phoihop.programme.actions import memorandum as actions
from phoihop.programme.models import Memorandum

ANSWER_BY = dt.date(2026, 6, 30)


@pytest.fixture
def signers(regulator, vnpt, viettel, post):
    """Everybody's registered signer."""
    return [
        RegisteredSigner.objects.create(
            party=member.party,
            name=f"Người ký {member.party.code}",
            position="Giám đốc",
            valid_from=dt.date(2020, 1, 1),
        )
        for member in (regulator, vnpt, viettel, post)
    ]


@pytest.fixture
def draft(regulator, programme, signers) -> Memorandum:
    """A draft from the skeleton, of all four parties."""
    return actions.create_memorandum(
        actor=regulator, programme=programme, starts_on=dt.date(2026, 7, 1), ends_on=dt.date(2027, 6, 30)
    )


@pytest.fixture
def revision(regulator, draft):
    """The draft as it was circulated."""
    found = actions.circulate(actor=regulator, memorandum=draft, answer_by=ANSWER_BY)
    draft.refresh_from_db()
    found.memorandum = draft
    return found


@pytest.fixture
def first_clause(draft):
    """The first clause of the draft."""
    clause = draft.clauses.order_by("order").first()
    clause.memorandum = draft
    return clause
