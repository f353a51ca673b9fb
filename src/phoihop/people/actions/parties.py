"""Parties: their profile, their parts, their successors."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit, files
from phoihop.base.access import Actor, PartyKind, Permission, Role, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.people.models import Division, Membership, Party, PartyContact, Service, Succession

PROFILE = (
    "name", "short_name", "code", "superior_name", "place", "mandate", "characteristics", "needs", "address", "phone",
    "email", "website", "tax_code", "organ_id", "valid_from", "valid_to",
)  # fmt: skip
PARTS = {"divisions": Division, "services": Service, "contacts": PartyContact}
PART_FIELDS = {
    "divisions": ("name", "code", "duties", "position"),
    "services": ("name", "note"),
    "contacts": ("matter", "name", "phone", "email", "for_all_parties"),
}


def keeper_of(actor: Actor, party: Party) -> Party:
    """For which party the permission is asked: one's own, or the regulator that keeps this party's record."""
    if party.pk in actor.party_ids or party.registered_by is None:
        return party
    return party.registered_by


def _checked(row: Any) -> None:
    """Let the row's own rules speak as a refusal in their words."""
    try:
        row.full_clean()
    except ValidationError as problem:
        field, messages = next(iter(problem.message_dict.items()))
        raise Refused(" ".join(messages), field=None if field == "__all__" else field) from problem


def create_party(*, actor: Actor, kind: str, registrar: Party, **profile: Any) -> Party:
    """Register an enterprise, a guest or, by the platform keeper, a regulator."""
    if kind == PartyKind.REGULATOR and actor.is_keeper:
        party = Party(kind=kind, **profile)
    else:
        require(actor, Permission.PARTY_CREATE, party=registrar)
        if kind == PartyKind.REGULATOR:
            raise Refused(_("Cơ quan quản lý do người quản trị nền tảng tạo."), field="kind")
        party = Party(kind=kind, registered_by=registrar, **profile)
    with transaction.atomic():
        _checked(party)
        party.save(force_insert=True)
        audit.record(actor, "people.party.created", party, party=registrar, after={"name": party.name})
    return party


def found_regulator(*, actor: Actor, **profile: Any) -> Party:
    """Make the department of an installation; the platform keeper's first step."""
    if not actor.is_keeper:
        require(actor, Permission.PARTY_CREATE, party=UUID(int=0))
    party = Party(kind=PartyKind.REGULATOR.value, **profile)
    with transaction.atomic():
        _checked(party)
        party.save(force_insert=True)
        audit.record(actor, "people.party.created", party, party=party, after={"name": party.name})
    return party


def edit_party(*, actor: Actor, party: Party, logo: UploadedFile | None = None, **profile: Any) -> Party:
    """Change the profile; papers made before keep the old names."""
    require(actor, Permission.PARTY_EDIT, party=keeper_of(actor, party))
    changed = {name: profile[name] for name in PROFILE if name in profile and getattr(party, name) != profile[name]}
    before = {name: getattr(party, name) for name in changed}
    with transaction.atomic():
        for name, value in changed.items():
            setattr(party, name, value)
        if logo is not None:
            party.logo = files.keep_upload(actor, logo, party)
        _checked(party)
        party.save()
        audit.record(actor, "people.party.edited", party, party=party, before=before, after=changed)
    return party


def save_part(*, actor: Actor, party: Party, part: str, pk: UUID | None, **values: Any) -> Any:
    """Add or change a division, service or contact."""
    require(actor, Permission.PARTY_EDIT, party=keeper_of(actor, party))
    model = PARTS[part]
    row = model._default_manager.filter(party=party, pk=pk).first() if pk else model(party=party)
    if row is None:
        raise NotVisible
    for name in PART_FIELDS[part]:
        if name in values:
            setattr(row, name, values[name])
    with transaction.atomic():
        _checked(row)
        row.save()
        audit.record(actor, f"people.{part}.saved", party, party=party, after={"name": str(row)})
    return row


def remove_part(*, actor: Actor, party: Party, part: str, pk: UUID) -> None:
    """Take a division, service or contact out."""
    require(actor, Permission.PARTY_EDIT, party=keeper_of(actor, party))
    row = PARTS[part]._default_manager.filter(party=party, pk=pk).first()
    if row is None:
        raise NotVisible
    with transaction.atomic():
        audit.record(actor, f"people.{part}.removed", party, party=party, before={"name": str(row)})
        row.delete()


def succeed_party(
    *, actor: Actor, predecessor: Party, successor: Party, on: dt.date, kind: str, basis: str = ""
) -> Succession:
    """One party takes over from another: its people move over on the day, its papers keep the old name."""
    require(actor, Permission.PARTY_CREATE, party=keeper_of(actor, predecessor))
    if predecessor.pk == successor.pk:
        raise Refused(_("Một đơn vị không thể kế thừa chính mình."), field="successor")
    if predecessor.kind != successor.kind:
        raise Refused(_("Đơn vị kế thừa phải cùng loại với đơn vị cũ."), field="successor")
    with transaction.atomic():
        row = Succession(predecessor=predecessor, successor=successor, on=on, kind=kind, basis=basis)
        _checked(row)
        row.save(force_insert=True)
        Party.objects.filter(pk=predecessor.pk).update(valid_to=on - dt.timedelta(days=1))
        for seat in Membership.objects.filter(party=predecessor, ended_on__isnull=True):
            Membership.objects.filter(pk=seat.pk).update(ended_on=max(on, seat.started_on))
            taken = Membership.objects.filter(user=seat.user, party=successor, role=seat.role, ended_on__isnull=True)
            if not taken.exists():
                Membership.objects.create(
                    user=seat.user, party=successor, role=Role(seat.role).value, title=seat.title, started_on=on
                )
        after = {"successor": successor.name, "on": on, "kind": kind}
        audit.record(actor, "people.party.succeeded", predecessor, party=predecessor, after=after)
    return row
