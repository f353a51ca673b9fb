import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import Refused
from phoihop.base.transitions import WrongState
from phoihop.programme.actions.memorandum import end_memorandum
from phoihop.programme.models import Memorandum, MemorandumStatus


@pytest.fixture
def in_force(draft):
    Memorandum.objects.filter(pk=draft.pk).update(
        status=MemorandumStatus.IN_FORCE, starts_on=dt.date(2025, 7, 1), ends_on=dt.date(2026, 6, 10)
    )
    draft.refresh_from_db()
    return draft


def test_a_term_that_is_over_ends_without_more(regulator, in_force):
    end_memorandum(actor=regulator, memorandum=in_force, ended_on=dt.date(2026, 6, 10))

    in_force.refresh_from_db()
    assert (in_force.status, in_force.ended_on) == (MemorandumStatus.ENDED, dt.date(2026, 6, 10))


@pytest.mark.parametrize(
    ("day", "field"),
    [(dt.date(2026, 6, 1), "reason"), (dt.date(2026, 6, 16), "ended_on"), (dt.date(2025, 1, 1), "ended_on")],
)
def test_a_day_that_does_not_fit_is_refused(regulator, in_force, day, field):
    with pytest.raises(Refused) as refusal:
        end_memorandum(actor=regulator, memorandum=in_force, ended_on=day)

    assert refusal.value.field == field


def test_only_what_is_in_force_ends(regulator, draft):
    with pytest.raises(WrongState):
        end_memorandum(
            actor=regulator.on(dt.date(2026, 7, 2)), memorandum=draft, ended_on=dt.date(2026, 7, 1), reason="x"
        )


def test_the_page_ends_it(client_of, regulator, in_force):
    page = client_of(regulator).post(
        reverse("programme:memorandum_end", args=[in_force.pk]), {"ended_on": "2026-06-01", "reason": "Sáp nhập"}
    )

    in_force.refresh_from_db()
    assert page.status_code == 302
    assert in_force.end_reason == "Sáp nhập"
