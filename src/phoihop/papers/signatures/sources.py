"""Certificates and revocation data: from the operator, from the file itself, from inside a signature."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from asn1crypto import core, crl, ocsp, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import find_cms_attribute_iter
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from phoihop.papers.signatures.settings import TrustSettings

Value = TypeVar("Value", bound=core.Asn1Value)

MOST_ITEMS = 64  # per kind; an honest file carries a handful


@dataclass(frozen=True)
class Sources:
    """All that helps to judge certificates."""

    roots: tuple[x509.Certificate, ...] = ()
    tsa_roots: tuple[x509.Certificate, ...] = ()
    certificates: tuple[x509.Certificate, ...] = ()
    crls: tuple[crl.CertificateList, ...] = ()
    ocsps: tuple[ocsp.OCSPResponse, ...] = ()


def unarmoured(blobs: Iterable[bytes]) -> list[bytes]:
    """DER from PEM (several in one text allowed) or DER."""
    out: list[bytes] = []
    for blob in blobs:
        if pem.detect(blob):
            out.extend(der for _, _, der in pem.unarmor(blob, multiple=True))
        else:
            out.append(blob)
    return out


def read_certificates(blobs: Iterable[bytes]) -> tuple[x509.Certificate, ...]:
    """Certificates; a blob that is none raises ``ValueError``."""
    return tuple(_whole(x509.Certificate, der) for der in unarmoured(blobs))


def read_crls(blobs: Iterable[bytes]) -> tuple[crl.CertificateList, ...]:
    """Revocation lists; a blob that is none raises ``ValueError``."""
    return tuple(_whole(crl.CertificateList, der) for der in unarmoured(blobs))


def _whole(kind: type[Value], der: bytes) -> Value:
    value: Value = kind.load(der)
    value.native  # noqa: B018  asn1crypto reads late; a broken blob must fail here, not in the middle of a check
    return value


def gather(trust: TrustSettings, reader: PdfFileReader) -> Sources:
    """The operator's settings and the file's own security store."""
    stored_certificates, crls, ocsps = _from_store(reader)
    roots = read_certificates(trust.roots)
    return Sources(
        roots=roots,
        tsa_roots=read_certificates(trust.tsa_roots) or roots,
        certificates=(*read_certificates(trust.intermediates), *stored_certificates),
        crls=(*read_crls(trust.crls), *crls),
        ocsps=(*(ocsp.OCSPResponse.load(der) for der in trust.ocsps), *ocsps),
    )


def with_own(sources: Sources, signature: EmbeddedPdfSignature) -> Sources:
    """Also the certificates and revocation data that travel inside one signature."""
    crls: list[crl.CertificateList] = []
    ocsps: list[ocsp.OCSPResponse] = []
    try:
        for archive in find_cms_attribute_iter(signature.signer_info["signed_attrs"], "adobe_revocation_info_archival"):
            crls.extend(_whole(crl.CertificateList, item.dump()) for item in archive["crl"] or ())
            ocsps.extend(_whole(ocsp.OCSPResponse, item.dump()) for item in archive["ocsp"] or ())
    except Exception:  # noqa: BLE001  this attribute is rare and optional: without it there is less to go by, nothing more
        crls, ocsps = [], []
    return replace(
        sources,
        certificates=(*sources.certificates, *tuple(signature.other_embedded_certs)[:MOST_ITEMS]),
        crls=(*sources.crls, *crls[:MOST_ITEMS]),
        ocsps=(*sources.ocsps, *ocsps[:MOST_ITEMS]),
    )


def _from_store(
    reader: PdfFileReader,
) -> tuple[list[x509.Certificate], list[crl.CertificateList], list[ocsp.OCSPResponse]]:
    try:
        store = DocumentSecurityStore.read_dss(reader)
        certificates = list(store.load_certs())[:MOST_ITEMS]
        lists = [_whole(crl.CertificateList, item.get_object().data) for item in store.crls[:MOST_ITEMS]]
        answers = [_whole(ocsp.OCSPResponse, item.get_object().data) for item in store.ocsps[:MOST_ITEMS]]
    except Exception:  # noqa: BLE001  no store, or one nobody can read: the same as none
        return [], [], []
    return certificates, lists, answers
