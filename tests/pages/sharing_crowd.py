"""More requests to share masts, and more of everything that one of them gathers."""

from __future__ import annotations

import datetime as dt
import itertools

from phoihop.clauses.towers.models import (
    Mast,
    Mediation,
    ShareCode,
    SharingAttachment,
    SharingOffer,
    SharingReason,
    SharingRequest,
    SharingRule,
)
from phoihop.testing.cast import DAY, NOON
from phoihop.testing.factories import PartyFactory

_numbers = itertools.count(1)


def sharing(world, more: int) -> None:
    """So many more of each."""
    officer = world.people["regulator"].party
    rows = {name: SharingRequest.objects.get(pk=world.args[name][0]) for name in ("need", "sharing", "disputed")}
    for number in itertools.islice(_numbers, more):
        _another(rows["need"])
        _another(rows["sharing"], asker=PartyFactory(registered_by=officer))
        for row in rows.values():
            _history(row, number)
        _talk(rows["sharing"], number)
        mediation = Mediation.objects.get(request=rows["disputed"], closed_at=None)
        mediation.notes.create(by=officer, at=NOON, text="Ghi")
        ShareCode.objects.create(mast=Mast.objects.get(sharing_requests=rows["sharing"].pk), expires_on=DAY)
        SharingRule.objects.create(regulator=officer, valid_from=dt.date(2000, 1, 1) + dt.timedelta(days=number))
        SharingReason.objects.create(
            regulator=officer, use="refusal", code=f"r{number}", name_vi=f"Lý do {number}", hidden=number % 2 == 0
        )


def _another(row: SharingRequest, **values: object) -> None:
    facts = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.name not in ("id", "reference", "created_at")
    }
    SharingRequest.objects.create(**(facts | {f"{name}_id": one.pk for name, one in values.items()}))


def _history(row: SharingRequest, number: int) -> None:
    row.steps.create(at=NOON, status=row.status, party=row.asker, code="messaged")
    row.pauses.create(by=row.asker, starts_on=DAY, ends_on=DAY, reason_code="khac", reason_label="Khác")


def _talk(row: SharingRequest, number: int) -> None:
    message = row.messages.create(by=row.asker, at=NOON, text="Chào")
    last = row.offers.order_by("-version").first()
    offer = SharingOffer.objects.create(
        request=row, version=100 + number, by=row.asker, made_at=NOON, rent_vnd=1, term_months=1, starts_on=DAY,
        antenna_height_m=20, valid_until=DAY, status="replaced", conditions=last.conditions,
    )  # fmt: skip
    file = row.attachments.exclude(file=None).first().file
    for holder in ({"message": message}, {"offer": offer}):
        SharingAttachment.objects.create(request=row, file=file, **holder)
    row.surveys.create(
        proposed_by=row.asker, starts_at=NOON, ends_at=NOON + dt.timedelta(hours=1), place="Cột", status="cancelled"
    )
