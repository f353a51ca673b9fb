"""Rows about papers, their numbers and their signatures."""

from phoihop.papers.models.paper import PAPER_TRANSITIONS, NumberSequence, Paper, PaperStatus, PaperType
from phoihop.papers.models.signing import (
    ROUND_TRANSITIONS,
    SLOT_TRANSITIONS,
    RegisteredSigner,
    RoundStatus,
    SigningMode,
    SigningRound,
    SigningSlot,
    SlotStatus,
    TrustedIssuer,
)

__all__ = [
    "PAPER_TRANSITIONS",
    "ROUND_TRANSITIONS",
    "SLOT_TRANSITIONS",
    "NumberSequence",
    "Paper",
    "PaperStatus",
    "PaperType",
    "RegisteredSigner",
    "RoundStatus",
    "SigningMode",
    "SigningRound",
    "SigningSlot",
    "SlotStatus",
    "TrustedIssuer",
]
