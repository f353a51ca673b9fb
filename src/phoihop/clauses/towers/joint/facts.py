"""What an operator says of one need, and what its receipt says."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Self
from uuid import UUID

RECEIPT_FORM = "phoihop.towers.need/1"


@dataclass(frozen=True, slots=True)
class NeedFacts:
    """One place where a station is wanted.

    :param latitude: degrees, WGS 84; so ``longitude``
    :param radius_m: of the search ring: a station anywhere in it would do
    :param height_m: lowest height of the antennas
    :param wind_m2: wind area of the equipment; 0 where it is not counted
    :param label: the operator's own name for the place
    """

    latitude: float
    longitude: float
    radius_m: int
    height_m: float
    technology: str
    year: int
    wind_m2: float = 0.0
    label: str = ""
    note: str = ""

    def as_dict(self) -> dict[str, Any]:
        """For sealing."""
        return asdict(self)

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Self:
        """Back from the sealed form."""
        return cls(**facts)

    def changed(self, *, radius_m: int | None = None, height_m: float | None = None) -> Self:
        """The same need with another ring or height, as a counter-proposal would have it."""
        return replace(self, radius_m=radius_m or self.radius_m, height_m=height_m or self.height_m)


@dataclass(frozen=True, slots=True)
class SealedReceipt:
    """The content of a receipt: who filed what, when; the nonce keeps its hash from being found by trying."""

    round: UUID
    party: UUID
    need: int
    version: int
    verb: str
    at: dt.datetime
    facts: NeedFacts
    nonce: str

    def as_dict(self) -> dict[str, Any]:
        """What is hashed, sealed, and handed to the party."""
        return {
            "form": RECEIPT_FORM,
            "round": str(self.round),
            "party": str(self.party),
            "need": self.need,
            "version": self.version,
            "verb": self.verb,
            "at": self.at.astimezone(dt.UTC).isoformat(),
            "facts": self.facts.as_dict(),
            "nonce": self.nonce,
        }


def new_nonce() -> str:
    """256 random bits, hex."""
    return secrets.token_hex(32)
