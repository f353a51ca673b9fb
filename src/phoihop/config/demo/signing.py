"""Signing the demo's memoranda: real signatures by an invented authority, and one on paper."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base import files
from phoihop.base.access import Role
from phoihop.config.demo.cast import Cast
from phoihop.config.demo.pictures import scan
from phoihop.papers.actions import signing
from phoihop.papers.actions.checking import field_name
from phoihop.papers.models import RegisteredSigner, SigningRound, TrustedIssuer
from phoihop.papers.signatures.demo_authority import DemoAuthority, DemoSigner
from phoihop.people.models import Membership, Party


class Desk:
    """The invented authority with a certificate for each party's leader."""

    def __init__(self, cast: Cast, at: dt.datetime) -> None:
        self.cast = cast
        self.authority = DemoAuthority.create(demo_mode=settings.DEMO, at=at)
        self.signers: dict[UUID, DemoSigner] = {}
        crl = self.authority.crl_pem(at=at - dt.timedelta(days=800)).decode()
        from phoihop.papers.actions.certificates import fingerprint, read_certificate  # noqa: PLC0415

        root = self.authority.certificate_pem
        TrustedIssuer.objects.create(
            name="CA minh họa (không có giá trị pháp lý)", certificate_pem=root.decode(), is_demo=True, crl_pem=crl,
            sha256=fingerprint(read_certificate(root)),
        )  # fmt: skip
        for party in cast.parties:
            self._register(party, at)

    def _register(self, party: Party, at: dt.datetime) -> None:
        leader = Membership.objects.select_related("user").get(party=party, role=Role.LEADER.value)
        signer = self.authority.issue(
            name=leader.user.full_name, organisation=party.name, tax_code=party.tax_code, at=at
        )
        self.signers[party.pk] = signer
        RegisteredSigner.objects.create(
            party=party, name=leader.user.full_name, position=leader.title, valid_from=leader.started_on,
            certificate_sha256=signer.rule.certificate_sha256,
        )  # fmt: skip

    def sign(self, round_: SigningRound, party: Party, at: dt.datetime) -> None:
        """Take the PDF, sign it, give it back: what a party does with its own token."""
        actor = self.cast.actor(party, Role.LEADER, at)
        slot = round_.slots.get(party=party)
        stored = signing.take_file(actor=actor, round_=round_, party=party)
        signed = self.authority.sign(files.read(stored), self.signers[party.pk], at=at, field=field_name(slot.order))
        upload = SimpleUploadedFile("da-ky.pdf", signed, "application/pdf")
        signing.give_back(actor=actor, round_=round_, party=party, upload=upload)
        round_.refresh_from_db()

    def sign_on_paper(self, round_: SigningRound, party: Party, at: dt.datetime) -> None:
        """The department records a party's signature on paper."""
        leader = Membership.objects.select_related("user").get(party=party, role=Role.LEADER.value)
        signing.sign_on_paper(
            actor=self.cast.officer(at), round_=round_, party=party, signed_on=at.date(),
            scan=scan(round_.paper.abstract, leader.user.full_name),
        )  # fmt: skip
        round_.refresh_from_db()
