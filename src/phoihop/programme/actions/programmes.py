"""Programmes and who takes part in them."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, PartyKind, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.people.models import Party
from phoihop.programme.models import Programme, ProgrammeParty


class AlreadyTakesPart(Refused):
    """The party is in the programme now."""


def create_programme(*, actor: Actor, lead: Party, name: str, place: str, first_year: int) -> Programme:
    """Begin a programme that ``lead`` coordinates.

    :raises Refused: ``lead`` is no regulator
    """
    require(actor, Permission.PROGRAMME_WRITE, party=lead)
    if lead.kind != PartyKind.REGULATOR:
        raise Refused(_("Chỉ cơ quan quản lý được chủ trì chương trình. Hãy chọn cơ quan khác."), field="lead")
    with transaction.atomic():
        programme = Programme.objects.create(lead=lead, name=name.strip(), place=place.strip(), first_year=first_year)
        audit.record(actor, "programme.programme.created", programme, party=lead, after={"name": programme.name})
    return programme


def edit_programme(*, actor: Actor, programme: Programme, name: str, place: str, first_year: int) -> Programme:
    """Change what the programme is called."""
    require(actor, Permission.PROGRAMME_WRITE, party=programme.lead_id)
    before = {"name": programme.name, "place": programme.place, "first_year": programme.first_year}
    after = {"name": name.strip(), "place": place.strip(), "first_year": first_year}
    with transaction.atomic():
        Programme.objects.filter(pk=programme.pk).update(**after)
        for field, value in after.items():
            setattr(programme, field, value)
        audit.record(
            actor, "programme.programme.edited", programme, party=programme.lead_id, before=before, after=after
        )
    return programme


def add_participant(*, actor: Actor, programme: Programme, party: Party, joined_on: dt.date) -> ProgrammeParty:
    """Take a party in; one that had left takes part again.

    :raises AlreadyTakesPart: it has not left
    """
    require(actor, Permission.PROGRAMME_WRITE, party=programme.lead_id)
    if party.kind == PartyKind.REGULATOR:
        raise Refused(_("Cơ quan quản lý không tham gia như một doanh nghiệp. Hãy chọn đơn vị khác."), field="party")
    with transaction.atomic():
        row, new = ProgrammeParty.objects.select_for_update().get_or_create(
            programme=programme, party=party, defaults={"joined_on": joined_on}
        )
        if not new:
            if row.left_on is None or row.left_on > joined_on:
                raise AlreadyTakesPart(_("Đơn vị này đang tham gia chương trình."), field="party")
            ProgrammeParty.objects.filter(pk=row.pk).update(left_on=None)
            row.left_on = None
        audit.record(
            actor, "programme.participant.joined", programme, party=party, after={"party": party.name, "on": joined_on}
        )
    return row


def leave_programme(*, actor: Actor, programme: Programme, party: Party, left_on: dt.date) -> ProgrammeParty:
    """Note that a party takes part no longer; what it did stays.

    :raises NotVisible: it never took part
    """
    require(actor, Permission.PROGRAMME_WRITE, party=programme.lead_id)
    with transaction.atomic():
        row = ProgrammeParty.objects.select_for_update().filter(programme=programme, party=party).first()
        if row is None:
            raise NotVisible
        if left_on < row.joined_on:
            raise Refused(_("Ngày thôi tham gia phải từ ngày bắt đầu tham gia trở đi."), field="left_on")
        ProgrammeParty.objects.filter(pk=row.pk).update(left_on=left_on)
        row.left_on = left_on
        audit.record(
            actor, "programme.participant.left", programme, party=party, after={"party": party.name, "on": left_on}
        )
    return row
