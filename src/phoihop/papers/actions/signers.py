"""Whom a party lets sign."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.papers.actions.certificates import (
    clean_fingerprint,
    clean_serial,
    fingerprint,
    read_certificate,
)
from phoihop.papers.models import RegisteredSigner
from phoihop.people.models import Party


def register_signer(
    *,
    actor: Actor,
    party: Party,
    name: str,
    position: str,
    valid_from: dt.date,
    prefix: str = "",
    certificate: bytes = b"",
    certificate_sha256: str = "",
    subject_attribute: str = "",
    subject_value: str = "",
    issuer_name: str = "",
    serial: str = "",
) -> RegisteredSigner:
    """Say who signs for a party, and how their certificate is known.

    Known by itself (or its fingerprint), by its issuer and serial number, or by a name in its subject; any one
    suffices. A signer without certificate may sign on paper.

    :raises Refused: half of a pair is missing, or a number cannot be read
    """
    require(actor, Permission.SIGNER_REGISTER, party=_registrar(actor, party))
    if certificate:
        certificate_sha256 = fingerprint(read_certificate(certificate))
    issuer_name, serial, subject_value = issuer_name.strip(), clean_serial(serial), subject_value.strip()
    if bool(subject_attribute) != bool(subject_value):
        raise Refused(_("Hãy chọn cả trường và giá trị trong chứng thư, hoặc bỏ trống cả hai."), field="subject_value")
    if bool(issuer_name) != bool(serial):
        raise Refused(_("Hãy nhập cả tên tổ chức cấp và số sê-ri, hoặc bỏ trống cả hai."), field="serial")
    with transaction.atomic():
        signer = RegisteredSigner.objects.create(
            party=party, name=name, position=position, prefix=prefix, valid_from=valid_from,
            certificate_sha256=clean_fingerprint(certificate_sha256), subject_attribute=subject_attribute,
            subject_value=subject_value, issuer_name=issuer_name, serial=serial,
        )  # fmt: skip
        after = {"name": name, "position": position, "certificate": signer.signs_digitally}
        audit.record(actor, "papers.signer.registered", signer, party=party, after=after)
    return signer


def _registrar(actor: Actor, party: Party) -> Party:
    """The party for which the permission is asked: one's own, or the regulator that keeps this party's record."""
    if party.pk in actor.party_ids or party.registered_by is None:
        return party
    return party.registered_by


def end_signer(*, actor: Actor, signer: RegisteredSigner, valid_to: dt.date) -> RegisteredSigner:
    """Say until when a person signs for a party.

    :raises Refused: the day lies before the first
    """
    require(actor, Permission.SIGNER_REGISTER, party=_registrar(actor, signer.party))
    if valid_to < signer.valid_from:
        raise Refused(_("Ngày kết thúc phải từ ngày bắt đầu trở đi."), field="valid_to")
    with transaction.atomic():
        RegisteredSigner.objects.filter(pk=signer.pk).update(valid_to=valid_to)
        signer.valid_to = valid_to
        audit.record(actor, "papers.signer.ended", signer, party=signer.party, after={"valid_to": valid_to})
    return signer
