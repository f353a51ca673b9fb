"""Which certificate authorities are trusted; kept by the platform keeper."""

from __future__ import annotations

from cryptography.hazmat.primitives.serialization import Encoding
from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, require_keeper
from phoihop.base.errors import Refused
from phoihop.papers.actions.certificates import clean_crl, fingerprint, read_certificate
from phoihop.papers.models import TrustedIssuer


def trust_issuer(*, actor: Actor, name: str, certificate: bytes, crl: bytes = b"") -> TrustedIssuer:
    """Accept the certificates of an authority.

    :param crl: its revocation list, where there is one; PEM or DER
    :raises Refused: unreadable, or trusted already
    """
    require_keeper(actor)
    found = read_certificate(certificate)
    crl_pem = clean_crl(crl, found)
    with transaction.atomic():
        if TrustedIssuer.objects.filter(sha256=fingerprint(found)).exists():
            raise Refused(_("Tổ chức chứng thực này đã có trong danh sách."), field="certificate")
        pem = found.public_bytes(Encoding.PEM).decode()
        issuer = TrustedIssuer.objects.create(
            name=name, certificate_pem=pem, sha256=fingerprint(found), crl_pem=crl_pem
        )
        audit.record(actor, "papers.issuer.trusted", issuer, after={"sha256": issuer.sha256})
    return issuer


def update_revocations(*, actor: Actor, issuer: TrustedIssuer, crl: bytes) -> TrustedIssuer:
    """Put a newer revocation list in place; a list grows old within days.

    :raises Refused: unreadable, or another authority's
    """
    require_keeper(actor)
    crl_pem = clean_crl(crl, read_certificate(issuer.certificate_pem.encode()))
    with transaction.atomic():
        TrustedIssuer.objects.filter(pk=issuer.pk).update(crl_pem=crl_pem)
        issuer.crl_pem = crl_pem
        audit.record(actor, "papers.issuer.revocations_updated", issuer)
    return issuer


def distrust_issuer(*, actor: Actor, issuer: TrustedIssuer) -> None:
    """Stop accepting an authority; signatures accepted before stay accepted."""
    require_keeper(actor)
    with transaction.atomic():
        audit.record(actor, "papers.issuer.distrusted", issuer, before={"sha256": issuer.sha256})
        issuer.delete()
