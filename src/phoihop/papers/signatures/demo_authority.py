"""An invented certificate authority for the demo and for tests. Its signatures are worth nothing, and say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from phoihop.papers.signatures.appearance import stroke_style
from phoihop.papers.signatures.placement import Box
from phoihop.papers.signatures.settings import SignerRule, TrustSettings

AUTHORITY_NAME = "CA minh họa – không có giá trị pháp lý"
STAMPER_NAME = "Dấu thời gian minh họa – không có giá trị pháp lý"
UNIT = "Chứng thư minh họa"
LIFE = timedelta(days=5 * 366)
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


class NotInDemoMode(RuntimeError):
    """The invented authority was asked for outside demo mode."""


@dataclass(frozen=True)
class DemoSigner:
    """A signer's certificate and key."""

    certificate: x509.Certificate
    key: Key

    def dump(self) -> bytes:
        """Both as PEM, to be kept with the demo's data."""
        return _dump(self.certificate, self.key)

    @classmethod
    def load(cls, text: bytes) -> DemoSigner:
        """What :meth:`dump` wrote."""
        return cls(*_load(text))

    @property
    def name(self) -> str:
        """The person's name."""
        return str(self.certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)

    @property
    def rule(self) -> SignerRule:
        """How the register knows this certificate."""
        return SignerRule.by_fingerprint(self.certificate.fingerprint(hashes.SHA256()).hex())


class DemoAuthority:
    """The authority, its time stamper and its signing desk."""

    def __init__(self, root: DemoSigner, stamper: DemoSigner, *, demo_mode: bool) -> None:
        """:raises NotInDemoMode: ``demo_mode`` is not true"""
        if demo_mode is not True:
            raise NotInDemoMode("the invented authority exists in demo mode only")
        self._root, self._stamper = root, stamper

    @classmethod
    def create(cls, *, demo_mode: bool, at: datetime) -> DemoAuthority:
        """A new authority whose certificates hold from five years before ``at`` to five years after."""
        if demo_mode is not True:
            raise NotInDemoMode("the invented authority exists in demo mode only")
        key = ec.generate_private_key(ec.SECP256R1())
        root_name = _name(AUTHORITY_NAME)
        root = _builder(root_name, root_name, key, at, LIFE)
        root = root.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        root = root.add_extension(_usage(authority=True), critical=True)
        stamp_key = rsa.generate_private_key(65537, 2048)  # pyHanko's own stamper knows RSA only
        stamper = _builder(_name(STAMPER_NAME), root_name, stamp_key, at, LIFE)
        stamper = stamper.add_extension(_usage(), critical=True)
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        stamper = stamper.add_extension(purpose, critical=True)
        return cls(
            DemoSigner(root.sign(key, hashes.SHA256()), key),
            DemoSigner(stamper.sign(key, hashes.SHA256()), stamp_key),
            demo_mode=demo_mode,
        )

    def dump(self) -> tuple[bytes, bytes]:
        """The authority's and the stamper's certificate and key as PEM."""
        return self._root.dump(), self._stamper.dump()

    @classmethod
    def load(cls, root: bytes, stamper: bytes, *, demo_mode: bool) -> DemoAuthority:
        """What :meth:`dump` wrote."""
        return cls(DemoSigner.load(root), DemoSigner.load(stamper), demo_mode=demo_mode)

    @property
    def certificate_pem(self) -> bytes:
        """The root certificate, for the register of trusted issuers."""
        return self._root.certificate.public_bytes(serialization.Encoding.PEM)

    def crl_pem(self, *, at: datetime, revoked: tuple[DemoSigner, ...] = ()) -> bytes:
        """A revocation list; it stays fresh for as long as a demo may run."""
        builder = x509.CertificateRevocationListBuilder(self._root.certificate.subject)
        builder = builder.last_update(at - timedelta(hours=1)).next_update(at + LIFE)
        builder = builder.add_extension(x509.CRLNumber(int(at.timestamp())), critical=False)
        for signer in revoked:
            entry = x509.RevokedCertificateBuilder().serial_number(signer.certificate.serial_number)
            builder = builder.add_revoked_certificate(entry.revocation_date(at - timedelta(hours=2)).build())
        return builder.sign(self._root.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    def trust(self, *, at: datetime) -> TrustSettings:
        """Settings under which this authority's signatures pass."""
        return TrustSettings(roots=(self.certificate_pem,), crls=(self.crl_pem(at=at),))

    def issue(self, *, name: str, organisation: str, tax_code: str = "", at: datetime) -> DemoSigner:
        """A signer's certificate, laid out as authorities in Vietnam do (UID with ``MST:``)."""
        key = ec.generate_private_key(ec.SECP256R1())
        parts = [(NameOID.ORGANIZATION_NAME, organisation), (NameOID.ORGANIZATIONAL_UNIT_NAME, UNIT)]
        parts += [(NameOID.USER_ID, f"MST:{tax_code}")] if tax_code else []
        builder = _builder(_name(name, parts), self._root.certificate.subject, key, at, LIFE / 2)
        builder = builder.add_extension(_usage(), critical=True)
        return DemoSigner(builder.sign(self._root.key, hashes.SHA256()), key)

    def sign(
        self, pdf: bytes, signer: DemoSigner, *, at: datetime, field: str, box: Box | None = None, stamped: bool = True
    ) -> bytes:
        """Sign incrementally; in an existing field, or in a new one (visible when a box is given).

        :param at: the time of signing, also that of the time stamp
        :param stamped: with a time stamp, or only with the claimed time
        """
        root = _asn1(self._root.certificate)
        store = SimpleCertificateStore.from_certs([root])  # type: ignore[no-untyped-call]
        certificate = _asn1(signer.certificate)
        hand = SimpleSigner(signing_cert=certificate, signing_key=_asn1_key(signer.key), cert_registry=store)
        stamper = None
        if stamped:
            stamp_certificate = _asn1(self._stamper.certificate)
            stamp_key = _asn1_key(self._stamper.key)
            stamper = DummyTimeStamper(stamp_certificate, stamp_key, certs_to_embed=store, fixed_dt=at)
        desk = PdfSignerAt(
            PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"),
            signer=hand,
            timestamper=stamper,
            stamp_style=stroke_style(signer.name),
            new_field_spec=SigFieldSpec(field, on_page=box.page, box=box.corners) if box else None,
        )
        desk.at = at
        out = BytesIO()
        desk.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out)
        return out.getvalue()


class PdfSignerAt(PdfSigner):
    """Signs at a given time, so that a demo can have a past."""

    at: datetime

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.at
        return session


def _name(common: str, parts: list[tuple[x509.ObjectIdentifier, str]] | None = None) -> x509.Name:
    attributes = [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")]
    attributes += [x509.NameAttribute(oid, value) for oid, value in parts or []]
    return x509.Name([*attributes, x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _builder(subject: x509.Name, issuer: x509.Name, key: Key, at: datetime, life: timedelta) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    return builder.not_valid_before(at - life).not_valid_after(at + life)


def _usage(*, authority: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _dump(certificate: x509.Certificate, key: Key) -> bytes:
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return certificate.public_bytes(serialization.Encoding.PEM) + private


def _load(text: bytes) -> tuple[x509.Certificate, Key]:
    key = serialization.load_pem_private_key(text[text.index(b"-----BEGIN PRIVATE KEY") :], password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        raise TypeError("the demo's keys are elliptic or RSA")
    return x509.load_pem_x509_certificate(text), key


def _asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _asn1_key(key: Key) -> asn1_keys.PrivateKeyInfo:
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return asn1_keys.PrivateKeyInfo.load(der)
