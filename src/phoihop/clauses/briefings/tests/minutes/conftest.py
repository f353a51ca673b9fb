"""A briefing that was held, with two topics and minutes that have one paragraph and one task of VNPT."""

from __future__ import annotations

import datetime as dt

import pytest

from phoihop.clauses.briefings.actions.meeting.opening import open_briefing
from phoihop.clauses.briefings.actions.minutes import writing
from phoihop.clauses.briefings.actions.minutes.writing import Written
from phoihop.clauses.briefings.models import AgendaItem, Briefing, BriefingStatus, Minutes, MinutesEntry
from phoihop.programme.models import Participation
from phoihop.testing.cast import NOON
from phoihop.testing.factories import ActivityFactory


@pytest.fixture
def briefing(regulator, programme, vnpt, viettel) -> Briefing:
    values = {"starts_at": NOON - dt.timedelta(hours=4), "ends_at": NOON - dt.timedelta(hours=1), "kind": "briefings"}
    activity = ActivityFactory(programme=programme, chair="Trần Minh Đức", secretary="Lê Thu Hà", **values)
    for member in (regulator, vnpt, viettel):
        Participation.objects.create(activity=activity, party=member.party, attended=True)
    found = open_briefing(actor=regulator, activity=activity)
    Briefing.objects.filter(pk=found.pk).update(status=BriefingStatus.ENDED)
    found.refresh_from_db()
    return found


@pytest.fixture
def item(briefing) -> AgendaItem:
    AgendaItem.objects.create(briefing=briefing, title="Số liệu 6 tháng", position=2)
    return AgendaItem.objects.create(briefing=briefing, title="Thuê cột điện", position=1)


@pytest.fixture
def minutes(regulator, briefing) -> Minutes:
    return writing.start_minutes(actor=regulator, briefing=briefing)


@pytest.fixture
def paragraph(regulator, minutes, item) -> MinutesEntry:
    words = Written("VNPT nêu giá thuê cột tăng 15 %.")
    return writing.add_entry(actor=regulator, minutes=minutes, item=item, written=words)


@pytest.fixture
def task(regulator, minutes, item, vnpt) -> MinutesEntry:
    words = Written("Gửi bảng kê tuyến cột", "task", vnpt.party, dt.date(2026, 7, 15))
    return writing.add_entry(actor=regulator, minutes=minutes, item=item, written=words)


@pytest.fixture
def private(regulator, minutes, item, vnpt) -> MinutesEntry:
    words = Written("BIMAT di dời trạm KM14", "task", vnpt.party, dt.date(2026, 7, 20), vnpt.party)
    return writing.add_entry(actor=regulator, minutes=minutes, item=item, written=words)
