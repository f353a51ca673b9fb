"""Feeds read back by two libraries; hours stay where they are, whatever zone the reader is in."""

import dataclasses
import datetime as dt
import json
import os
import shutil
import subprocess
import zoneinfo
from pathlib import Path

import pytest
from django.test import override_settings
from icalendar import Calendar

from phoihop.notices import calendar
from phoihop.testing.cast import NOON

ROOT = Path(__file__).resolve().parents[4]
NODE = shutil.which("node") or "node"
READ_BY_ICAL_JS = """
import ICAL from 'ical.js';
const text = (await import('node:fs')).readFileSync(0, 'utf8');
const root = new ICAL.Component(ICAL.parse(text));
console.log(JSON.stringify(root.getAllSubcomponents('vevent').map(component => {
  const event = new ICAL.Event(component);
  return {uid: event.uid, summary: event.summary, location: event.location, description: event.description,
          sequence: event.sequence, allDay: event.startDate.isDate,
          start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
          end: event.endDate.isDate ? event.endDate.toString() : event.endDate.toJSDate().toISOString()};
})));
"""


def _by_ical_js(body: bytes, zone: str = "Asia/Ho_Chi_Minh"):
    done = subprocess.run(  # noqa: S603 - our own words
        [NODE, "--input-type=module", "-e", READ_BY_ICAL_JS], input=body, cwd=ROOT, check=True, capture_output=True,
        env=os.environ | {"TZ": zone},
    )  # fmt: skip
    return json.loads(done.stdout)


def _events(body: bytes):
    return Calendar.from_ical(body).walk("VEVENT")


def test_icalendar_reads_back_what_was_written(happening):
    event = _events(calendar.feed("Phối Hợp", [happening], NOON))[0]

    assert (str(event["uid"]), str(event["summary"])) == (happening.uid, happening.title)
    assert str(event["location"]) == happening.place
    assert str(event["description"]) == happening.description
    assert event["sequence"] == 3
    assert event.decoded("dtstart") == happening.starts_at
    assert event.decoded("dtend") == happening.ends_at


def test_ical_js_reads_the_same(happening):
    event = _by_ical_js(calendar.feed("Phối Hợp", [happening], NOON))[0]

    assert event == {
        "uid": happening.uid, "summary": happening.title, "location": happening.place,
        "description": happening.description, "sequence": 3, "allDay": False, "start": "2026-06-15T05:00:00.000Z",
        "end": "2026-06-15T07:00:00.000Z",
    }  # fmt: skip


def test_lines_are_folded_and_end_as_the_standard_says(happening):
    long = dataclasses.replace(happening, description="Nội dung họp " * 40)

    body = calendar.feed("Phối Hợp", [long], NOON)

    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    assert b"\n" not in body.replace(b"\r\n", b"")


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Paris", "Australia/Lord_Howe", "Asia/Ho_Chi_Minh"])
@pytest.mark.parametrize("day", [dt.date(2026, 3, 29), dt.date(2026, 10, 25), dt.date(2026, 11, 1)])
def test_daylight_saving_elsewhere_shifts_nothing(happening, zone, day):
    start = dt.datetime.combine(day, dt.time(8), tzinfo=zoneinfo.ZoneInfo("Asia/Ho_Chi_Minh"))
    abroad = start.astimezone(zoneinfo.ZoneInfo(zone))
    event = dataclasses.replace(happening, starts_at=abroad, ends_at=abroad + dt.timedelta(hours=1))

    body = calendar.feed("Phối Hợp", [event], NOON)

    assert b"DTSTART;TZID=Asia/Ho_Chi_Minh:" + f"{day:%Y%m%d}T080000".encode() in body
    assert _events(body)[0].decoded("dtstart") == start


def test_a_reader_far_away_sees_the_same_instant(happening):
    body = calendar.feed("Phối Hợp", [happening], NOON)

    assert {_by_ical_js(body, zone)[0]["start"] for zone in ("America/New_York", "Europe/Paris", "UTC")} == {
        "2026-06-15T05:00:00.000Z"
    }


def test_an_installation_with_daylight_saving_keeps_its_hours(happening):
    zone = zoneinfo.ZoneInfo("Europe/Paris")
    events = [
        dataclasses.replace(
            happening, uid=str(month), starts_at=dt.datetime(2026, month, 15, 9, tzinfo=zone),
            ends_at=dt.datetime(2026, month, 15, 10, tzinfo=zone),
        )
        for month in (1, 7)
    ]  # fmt: skip

    with override_settings(TIME_ZONE="Europe/Paris"):
        body = calendar.feed("Phối Hợp", events, NOON)

    assert [event["start"] for event in _by_ical_js(body)] == ["2026-01-15T08:00:00.000Z", "2026-07-15T07:00:00.000Z"]


def test_an_all_day_event_is_days_and_no_hours(happening):
    day = dt.date(2026, 6, 21)
    event = dataclasses.replace(happening, starts_at=day, ends_at=day + dt.timedelta(days=1))

    body = calendar.feed("Phối Hợp", [event], NOON)

    assert b"DTSTART;VALUE=DATE:20260621" in body
    assert _by_ical_js(body, "America/New_York")[0]["start"] == "2026-06-21"


def test_an_empty_feed_can_be_read():
    assert _by_ical_js(calendar.feed("Phối Hợp", [], NOON)) == []


def _invitation(happening):
    return calendar.invitation(
        happening, organizer=("Sở; TT&TT", "so@example.vn"), attendee=("Đỗ Lan", "Lan@example.vn"), now=NOON
    )


def test_an_invitation_can_be_answered_and_the_answer_is_read(happening):
    asked = Calendar.from_ical(_invitation(happening))
    event = asked.walk("VEVENT")[0]
    assert str(asked["method"]) == "REQUEST"
    assert event["attendee"].params["RSVP"] == "TRUE"

    event["attendee"].params["PARTSTAT"] = "ACCEPTED"
    asked["method"] = "REPLY"

    assert calendar.read_answer(asked.to_ical()) == (happening.uid, "lan@example.vn", "accepted")


def test_calling_off_is_told_to_the_calendar(happening):
    called_off = Calendar.from_ical(_invitation(dataclasses.replace(happening, status="CANCELLED")))

    assert str(called_off["method"]) == "CANCEL"
    assert str(called_off.walk("VEVENT")[0]["status"]) == "CANCELLED"


@pytest.mark.parametrize(
    "data",
    [
        b"nonsense",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ],
)
def test_what_is_no_reply_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - the library has its own words for what it cannot read
        calendar.read_answer(data)
