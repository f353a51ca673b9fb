"""Who signs for a party now, as the line under a paper."""

from __future__ import annotations

import datetime as dt
from typing import cast

from django.db.models import Q

from phoihop.papers.models import RegisteredSigner
from phoihop.papers.rendering import Signature
from phoihop.papers.rendering.description.paper import Prefix
from phoihop.people.models import Party

HEAD = "GIÁM ĐỐC"


def signature_of(party: Party, *, on: dt.date) -> Signature:
    """The signature of who signs for the party on that day; without one, that of its head, unnamed.

    The authority follows decree 30/2020, appendix I: TM. stands for the collective, KT. a deputy for the head, TL. and
    TUQ. somebody whom the head charged.
    """
    registered = RegisteredSigner.objects.filter(party=party, valid_from__lte=on)
    signer = registered.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on)).order_by("-valid_from").first()
    if signer is None:
        return Signature(HEAD, "")
    position = signer.position.upper()
    prefix = cast(Prefix, signer.prefix)
    behalf = {"TM": party.name, "KT": position.removeprefix("PHÓ ") or HEAD, "TL": HEAD, "TUQ": HEAD}.get(prefix, "")
    return Signature(position, signer.name, prefix, behalf)
