"""What parties do to a PDF: sign it, honestly or not."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from phoihop.papers.signatures import (
    Box,
    CheckResult,
    ExpectedSigner,
    TrustSettings,
    check_pdf,
)
from phoihop.papers.signatures.appearance import stroke_style
from phoihop.papers.signatures.demo_authority import PdfSignerAt
from phoihop.papers.tests.signatures.authority import AT, Authority


@dataclass(frozen=True)
class Desk:
    """Signs with the test authority's certificates and checks what came out."""

    authority: Authority

    def sign(
        self,
        pdf: bytes,
        who: str,
        *,
        at: datetime = AT - timedelta(hours=1),
        field: str = "",
        box: Box | None = None,
        spec: SigFieldSpec | None = None,
        stamped_at: datetime | None = None,
        **metadata: Any,
    ) -> bytes:
        """Sign a PDF incrementally, in the field named after the signer unless told otherwise."""
        store = SimpleCertificateStore.from_certs([self.authority.certificate("ca")])
        signer = SimpleSigner(
            signing_cert=self.authority.certificate(who), signing_key=self.authority.key(who), cert_registry=store
        )
        name = field or who
        metadata = {"subfilter": SigSeedSubFilter.PADES, "md_algorithm": "sha256", **metadata}
        desk = PdfSignerAt(
            PdfSignatureMetadata(field_name=name, **metadata),
            signer=signer,
            timestamper=self.authority.stamper(stamped_at) if stamped_at else None,
            stamp_style=stroke_style(who),
            new_field_spec=spec or (SigFieldSpec(name, on_page=box.page, box=box.corners) if box else None),
        )
        desk.at = at
        out = BytesIO()
        desk.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=out)
        return out.getvalue()

    def sign_around(self, pdf: bytes, who: str, *, hole: int, beyond: int) -> bytes:
        """A valid signature that leaves ``hole`` bytes before itself unsigned and claims ``beyond`` after the end."""
        signed = self.sign(pdf, who)
        place = list(re.finditer(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\] *", signed))[-1]
        before, start, after = int(place[1]) - hole, int(place[2]), int(place[3])
        declared = (b"/ByteRange [0 %d %d %d]" % (before, start, after + beyond)).ljust(len(place[0]))
        patched = signed[: place.start()] + declared + signed[place.end() :]
        signer = SimpleSigner(
            signing_cert=self.authority.certificate(who),
            signing_key=self.authority.key(who),
            cert_registry=SimpleCertificateStore.from_certs([self.authority.certificate("ca")]),
        )
        digest = sha256(patched[:before] + patched[start:]).digest()
        message = asyncio.run(signer.async_sign(digest, "sha256", use_pades=True)).dump().hex().encode()
        opening = int(place[1]) + 1
        room = start - 1 - opening
        return patched[:opening] + message.ljust(room, b"0") + patched[opening + room :]

    def check(
        self,
        data: bytes,
        circulated: bytes | None,
        *,
        previous: bytes | None = None,
        trust: TrustSettings | None = None,
        expected: ExpectedSigner | None = None,
        at: datetime = AT,
    ) -> CheckResult:
        """Check with the authority's root and the day's revocation lists."""
        return check_pdf(
            data,
            circulated=circulated,
            previous=previous,
            trust=trust or self.authority.trust(),
            at=at,
            expected_signer=expected,
        )


def refusals(result: CheckResult) -> set[str]:
    """Codes for which the file was refused."""
    return {finding.code for finding in result.findings if finding.severity == "refuse"}


def flags(result: CheckResult) -> set[str]:
    """Codes a person should look at."""
    return {finding.code for finding in result.findings if finding.severity == "flag"}
