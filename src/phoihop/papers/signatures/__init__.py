"""The technical check of digitally signed PDFs: what was signed, by which certificate, and whether anything changed.

Never a legal verification. No Django here; importing this package is quick, the cryptography loads on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from phoihop.papers.signatures.messages import (
    COVERAGE_WORDS,
    SEVERITY_WORDS,
    TRUST_WORDS,
    describe,
    label,
)
from phoihop.papers.signatures.results import (
    CheckResult,
    Coverage,
    Finding,
    Kind,
    SignatureFacts,
    Trust,
)
from phoihop.papers.signatures.settings import (
    ExpectedSigner,
    Severity,
    SignerRule,
    TrustSettings,
)

if TYPE_CHECKING:
    from phoihop.papers.signatures.check import check_pdf
    from phoihop.papers.signatures.cli import check_pdf_command
    from phoihop.papers.signatures.placement import (
        Box,
        NameNotFound,
        Slot,
        find_box,
        prepare_slots,
    )

LATE = {
    "check_pdf": "check",
    "check_pdf_command": "cli",
    "Box": "placement",
    "NameNotFound": "placement",
    "Slot": "placement",
    "find_box": "placement",
    "prepare_slots": "placement",
}

__all__ = [
    "COVERAGE_WORDS",
    "SEVERITY_WORDS",
    "TRUST_WORDS",
    "Box",
    "CheckResult",
    "Coverage",
    "ExpectedSigner",
    "Finding",
    "Kind",
    "NameNotFound",
    "Severity",
    "SignatureFacts",
    "SignerRule",
    "Slot",
    "Trust",
    "TrustSettings",
    "check_pdf",
    "check_pdf_command",
    "describe",
    "find_box",
    "label",
    "prepare_slots",
]


def __getattr__(name: str) -> Any:
    if name not in LATE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{LATE[name]}"), name)
