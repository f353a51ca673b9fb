"""An independent test authority (Certomancer): a national root, a public authority below it, many kinds of signer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from asn1crypto import algos, keys, ocsp, tsp, x509
from certomancer.registry import (
    ArchLabel,
    CertLabel,
    CertomancerConfig,
    KeyLabel,
    PKIArchitecture,
    ServiceLabel,
)
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pyhanko.sign.timestamps import TimeStamper

from phoihop.papers.signatures import TrustSettings

AT = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)  # the instant of every check: 09:00 in Vietnam
REVOKED_ON = datetime(2026, 5, 20, 2, 0, tzinfo=UTC)
TAX_CODES = {"regulator": "0800000001", "vnpt": "0800000002", "viettel": "0800000003"}
NAMES = {
    "regulator": "Nguyễn Quang Hảo",
    "vnpt": "Trần Thị Bình",
    "viettel": "Lê Văn Cường",
    "impostor": "Trần Thị Bình",
}
AUTHORITIES = ("root", "ca", "badca", "otherroot")
LISTS = ("root", "ca")  # those that publish revocation lists
SIGNERS = ("regulator", "vnpt", "viettel", "expired", "future", "revoked", "sealing", "shortkey")
SHORT_RSA, LONG_RSA = ("shortkey",), ("regulator", "tsa")


def _entity(label: str) -> dict[str, str]:
    name = {"organization-name": f"Tổ chức {label}", "common-name": NAMES.get(label, f"Người ký {label}")}
    if label in TAX_CODES:
        name["user-id"] = f"MST:{TAX_CODES[label]}"
    return name


def _usage(*uses: str) -> dict[str, Any]:
    return {"id": "key_usage", "critical": True, "smart-value": {"schema": "key-usage", "params": list(uses)}}


def _lists(issuer: str) -> dict[str, Any]:
    params = {"crl-repo-names": [issuer]}
    return {"id": "crl_distribution_points", "smart-value": {"schema": "crl-dist-url", "params": params}}


def _certificate(label: str, issuer: str, extensions: list[Any], years: tuple[int, int]) -> dict[str, Any]:
    return {
        "subject": label,
        "subject-key": label,
        "issuer": issuer,
        "authority-key": issuer,
        "validity": {
            "valid-from": f"{years[0]}-01-01T00:00:00+0000",
            "valid-to": f"{years[1]}-01-01T00:00:00+0000",
        },
        "extensions": [*extensions, _lists(issuer)] if issuer in LISTS else extensions,
    }


def _certificates() -> dict[str, Any]:
    above = {"root": "root", "otherroot": "otherroot", "ca": "root", "badca": "root"}
    authority = [
        {"id": "basic_constraints", "critical": True, "value": {"ca": True}},
        _usage("key_cert_sign", "crl_sign"),
    ]
    signing = [_usage("digital_signature", "non_repudiation")]
    years = {"expired": (2022, 2025), "future": (2027, 2030)}
    table = {label: _certificate(label, above[label], authority, (2020, 2040)) for label in AUTHORITIES}
    table |= {label: _certificate(label, "ca", signing, years.get(label, (2025, 2028))) for label in SIGNERS}
    table["sealing"]["extensions"] = [_usage("key_encipherment")]
    table["orphan"] = _certificate("orphan", "badca", signing, (2025, 2028))
    table["stranger"] = _certificate("stranger", "otherroot", signing, (2025, 2028))
    table["impostor"] = _certificate("impostor", "otherroot", signing, (2025, 2028))
    table["loner"] = _certificate("loner", "loner", signing, (2025, 2028))
    stamping = {"id": "extended_key_usage", "critical": True, "value": ["time_stamping"]}
    table["tsa"] = _certificate("tsa", "root", [_usage("digital_signature"), stamping], (2020, 2040))
    answering = {"id": "extended_key_usage", "value": ["ocsp_signing"]}
    table["answerer"] = _certificate("answerer", "ca", [_usage("digital_signature"), answering], (2020, 2040))
    for label in ("revoked", "badca"):
        table[label]["revocation"] = {"revoked-since": REVOKED_ON.strftime("%Y-%m-%dT%H:%M:%S+0000")}
    return table


def _services() -> dict[str, Any]:
    daily = {"simulated-update-schedule": "P1D"}
    return {
        "crl-repo": {label: {"for-issuer": label, "signing-key": label, **daily} for label in LISTS},
        "ocsp": {"ca": {"for-issuer": "ca", "responder-cert": "answerer", "signing-key": "answerer"}},
        "time-stamping": {"tsa": {"signing-cert": "tsa", "signing-key": "tsa", "certs-to-embed": ["root"]}},
    }


def _write_keys(folder: Path, labels: list[str]) -> None:
    for label in labels:
        bits = 1024 if label in SHORT_RSA else 2048
        key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey = (
            rsa.generate_private_key(65537, bits)
            if label in SHORT_RSA + LONG_RSA
            else ec.generate_private_key(ec.SECP256R1())
        )
        plain = serialization.NoEncryption()
        pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        (folder / f"{label}.pem").write_bytes(pem)


@dataclass(frozen=True)
class Authority:
    """What the tests ask of the authority."""

    architecture: PKIArchitecture

    @classmethod
    def found(cls, folder: Path) -> Authority:
        """Make keys and set everything up."""
        certificates = _certificates()
        _write_keys(folder, list(certificates))
        config = {
            "keysets": {"all": {"keys": {label: {"path": f"{label}.pem"} for label in certificates}}},
            "pki-architectures": {
                "vietnam": {
                    "keyset": "all",
                    "entity-defaults": {"country-name": "VN"},
                    "entities": {label: _entity(label) for label in certificates},
                    "certs": certificates,
                    "services": _services(),
                }
            },
        }
        return cls(CertomancerConfig(config, key_search_dir=str(folder)).get_pki_arch(ArchLabel("vietnam")))

    def certificate(self, label: str) -> x509.Certificate:
        """A certificate by its label."""
        return self.architecture.get_cert(CertLabel(label))

    def key(self, label: str) -> keys.PrivateKeyInfo:
        """A private key by its label."""
        return self.architecture.key_set.get_private_key(KeyLabel(label))

    def crl(self, issuer: str, at: datetime = AT) -> bytes:
        """The day's revocation list of an authority."""
        return self.architecture.service_registry.get_crl(ServiceLabel(issuer), at_time=at).dump()

    def ocsp(self, label: str, at: datetime = AT) -> bytes:
        """An answer about one certificate."""
        issuer = self.certificate("ca")
        identity = ocsp.CertId(
            {
                "hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha1"}),
                "issuer_name_hash": issuer.subject.sha1,
                "issuer_key_hash": issuer.public_key.sha1,
                "serial_number": self.certificate(label).serial_number,
            }
        )
        request = ocsp.OCSPRequest({"tbs_request": {"request_list": [{"req_cert": identity}]}})
        responder = self.architecture.service_registry.summon_responder(ServiceLabel("ca"), at_time=at)
        return responder.build_ocsp_response(request).dump()

    def stamper(self, at: datetime) -> TimeStamper:
        """The time stamping service, with its clock at ``at``."""
        return _Stamper(self.architecture.service_registry.summon_timestamper(ServiceLabel("tsa"), at_time=at))

    def trust(self, **changes: Any) -> TrustSettings:
        """The root, with the day's revocation lists."""
        values = {"roots": (self.certificate("root").dump(),), "crls": (self.crl("root"), self.crl("ca"))}
        return TrustSettings(**{**values, **changes})


class _Stamper(TimeStamper):
    def __init__(self, service: Any) -> None:
        super().__init__()
        self.service = service

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return self.service.request_tsa_response(req)


def before(**ago: float) -> datetime:
    """An instant before the check."""
    return AT - timedelta(**ago)
