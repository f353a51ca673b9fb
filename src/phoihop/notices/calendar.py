"""iCalendar: feeds and answerable invitations, by the ``icalendar`` library."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Iterable

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress, vDDDLists, vText

from phoihop.notices.sources import Happening

PRODUCT = "-//Phoi Hop//phoihop//VI"


def _zone() -> zoneinfo.ZoneInfo:
    return zoneinfo.ZoneInfo(settings.TIME_ZONE)


def _empty(name: str, method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    return calendar


def _event(happening: Happening, now: dt.datetime) -> Event:
    """One VEVENT; instants carry the installation's zone, so that daylight saving elsewhere cannot shift them."""
    event = Event()
    event.add("uid", happening.uid)
    event.add("dtstamp", (happening.changed_at or now).astimezone(dt.UTC))
    event.add("summary", happening.title)
    for name, value in (("dtstart", happening.starts_at), ("dtend", happening.ends_at)):
        event.add(name, value.astimezone(_zone()) if isinstance(value, dt.datetime) else value)
    event.add("status", happening.status)
    event.add("sequence", happening.sequence)
    for name, text in (("location", happening.place), ("description", happening.description), ("url", happening.url)):
        if text:
            event.add(name, text)
    return event


def _with_zones(calendar: Calendar) -> bytes:
    """The finished calendar, its time zones described in it.

    Each change of the clocks stands in a property of its own: ical.js reads only the first of a list.
    """
    calendar.add_missing_timezones()
    for zone in calendar.walk("VTIMEZONE"):
        for part in zone.subcomponents:
            listed = part.get("rdate")
            if isinstance(listed, vDDDLists):
                part["rdate"] = [vDDDLists([change.dt]) for change in listed.dts]
    return bytes(calendar.to_ical())


def feed(name: str, happenings: Iterable[Happening], now: dt.datetime) -> bytes:
    """A calendar of many events, with its time zones, as RFC 5545 bytes."""
    calendar = _empty(name, "PUBLISH")
    for happening in happenings:
        calendar.add_component(_event(happening, now))
    return _with_zones(calendar)


def invitation(
    happening: Happening, *, organizer: tuple[str, str], attendee: tuple[str, str], now: dt.datetime
) -> bytes:
    """An invitation that a calendar program can answer (RFC 5546 REQUEST, or CANCEL for a cancelled event).

    :param organizer: name and mail address that the answer goes to
    :param attendee: name and mail address of the person invited
    """
    cancelled = happening.status == "CANCELLED"
    calendar = _empty(happening.title, "CANCEL" if cancelled else "REQUEST")
    event = _event(happening, now)
    event["organizer"] = _address(*organizer)
    invited = _address(*attendee)
    invited.params["rsvp"] = vText("TRUE")
    invited.params["partstat"] = vText("NEEDS-ACTION")
    invited.params["role"] = vText("REQ-PARTICIPANT")
    event.add("attendee", invited, encode=False)
    calendar.add_component(event)
    return _with_zones(calendar)


def _address(name: str, email: str) -> vCalAddress:
    address = vCalAddress(f"MAILTO:{email}")
    address.params["cn"] = vText(name)
    return address


def read_answer(data: bytes) -> tuple[str, str, str]:
    """From a calendar program's REPLY: the event's uid, the attendee's address, the answer (accepted …).

    :raises ValueError: it is no reply to an invitation
    """
    calendar = Calendar.from_ical(data)
    if str(calendar.get("method", "")).upper() != "REPLY":
        raise ValueError("the calendar file is no reply")
    event = next(iter(calendar.walk("VEVENT")), None)
    attendee = event.get("attendee") if event is not None else None
    if event is None or attendee is None or isinstance(attendee, list):
        raise ValueError("a reply names one attendee of one event")
    answer = str(attendee.params.get("PARTSTAT", "")).lower()
    return str(event["uid"]), str(attendee).split(":", 1)[-1].lower(), answer
