"""Parties: registering them, their profile, their divisions, services and contacts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext as _

from phoihop.base import audit, files
from phoihop.base.access import Actor, PartyKind, Permission, require, require_keeper
from phoihop.base.errors import NotVisible, Refused
from phoihop.people.actions.checking import check_row
from phoihop.people.desks import desk_of
from phoihop.people.models import Division, Party, PartyContact, Service

PROFILE = (
    "name", "short_name", "code", "superior_name", "place", "mandate", "characteristics", "needs", "address", "phone",
    "email", "website", "tax_code", "organ_id", "valid_from", "valid_to",
)  # fmt: skip
PARTS: Mapping[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "divisions": (Division, ("name", "code", "duties", "position")),
    "services": (Service, ("name", "note")),
    "contacts": (PartyContact, ("matter", "name", "phone", "email", "for_all_parties")),
}


def create_party(
    *, actor: Actor, registrar: Party, kind: str, logo: UploadedFile[Any] | None = None, **profile: Any
) -> Party:
    """Register an enterprise or a guest with a regulator.

    :raises NotAllowed: the actor does not register parties for ``registrar``
    :raises Refused: a department, which the keeper creates; or a rule of the row is broken
    """
    require(actor, Permission.PARTY_CREATE, party=registrar)
    if kind == PartyKind.REGULATOR:
        raise Refused(_("Cơ quan quản lý do người quản trị nền tảng tạo. Hãy liên hệ người quản trị."), field="kind")
    return _create(actor, Party(kind=kind, registered_by=registrar, **profile), logo)


def found_regulator(*, actor: Actor, logo: UploadedFile[Any] | None = None, **profile: Any) -> Party:
    """Create a department: the keeper's first step on an empty installation.

    :raises NotAllowed: the actor does not keep the platform
    """
    require_keeper(actor)
    return _create(actor, Party(kind=PartyKind.REGULATOR.value, **profile), logo)


def _create(actor: Actor, party: Party, logo: UploadedFile[Any] | None) -> Party:
    with transaction.atomic():
        if logo is not None:
            party.logo = files.keep_upload(actor, logo, party)
        check_row(party)
        party.save(force_insert=True)
        audit.record(actor, "people.party.created", party, party=party, after={"name": party.name, "kind": party.kind})
    return party


def edit_party(
    *, actor: Actor, party: Party, logo: UploadedFile[Any] | None = None, drop_logo: bool = False, **profile: Any
) -> Party:
    """Change the profile; papers made before keep the old names.

    :raises NotAllowed: the actor edits neither this party nor those its regulator registered
    """
    require(actor, Permission.PARTY_EDIT, party=desk_of(actor, party))
    changed = {name: profile[name] for name in PROFILE if name in profile and getattr(party, name) != profile[name]}
    before = {name: getattr(party, name) for name in changed}
    with transaction.atomic():
        for name, value in changed.items():
            setattr(party, name, value)
        if logo is not None:
            party.logo = files.keep_upload(actor, logo, party)
        elif drop_logo:
            party.logo = None
        check_row(party)
        party.save()
        audit.record(actor, "people.party.edited", party, party=party, before=before, after=changed)
    return party


def save_part(*, actor: Actor, party: Party, part: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Save all divisions, services or contacts of a party at once.

    :param rows: each with the fields of the part; ``id`` of an existing row or none; ``DELETE`` where it goes
    :raises NotVisible: a row that is not this party's
    """
    require(actor, Permission.PARTY_EDIT, party=desk_of(actor, party))
    model, fields = PARTS[part]
    with transaction.atomic():
        kept = {row.pk: row for row in model._default_manager.filter(party=party)}
        before = sorted(str(row) for row in kept.values())
        leaving = {values["id"] for values in rows if values.get("id") and values.get("DELETE")}
        if not {values["id"] for values in rows if values.get("id")} <= set(kept):
            raise NotVisible
        model._default_manager.filter(pk__in=leaving).delete()
        for values in rows:
            if values.get("DELETE"):
                continue
            row = kept.get(values.get("id")) or model(party=party)
            for name in fields:
                setattr(row, name, values[name])
            check_row(row)
            row.save()
        after = sorted(str(row) for row in model._default_manager.filter(party=party))
        audit.record(actor, f"people.{part}.edited", party, party=party, before={part: before}, after={part: after})
