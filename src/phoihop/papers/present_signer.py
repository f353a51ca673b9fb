"""Who signs for a party now, as the line under a paper."""

from __future__ import annotations

from typing import cast

from phoihop.papers.models import RegisteredSigner
from phoihop.papers.rendering import Signature
from phoihop.papers.rendering.description.paper import Prefix
from phoihop.people.models import Party

HEAD = "GIÁM ĐỐC"


def signature_of(party: Party) -> Signature:
    """The signature of the party's present signer; without one, that of its head, unnamed.

    The authority follows decree 30/2020, appendix I: TM. stands for the collective, KT. a deputy for the head, TL. and
    TUQ. somebody whom the head charged.
    """
    signer = RegisteredSigner.objects.filter(party=party, valid_to__isnull=True).first()
    if signer is None:
        return Signature(HEAD, "")
    position = signer.position.upper()
    prefix = cast(Prefix, signer.prefix)
    behalf = {"TM": party.name, "KT": position.removeprefix("PHÓ ") or HEAD, "TL": HEAD, "TUQ": HEAD}.get(prefix, "")
    return Signature(position, signer.name, prefix, behalf)
