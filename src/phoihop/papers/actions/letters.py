"""Official letters (công văn) to parties."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.papers.actions.papers import draw_paper, redraw_paper
from phoihop.papers.description_json import unpack
from phoihop.papers.letter_text import blocks_of
from phoihop.papers.models import Paper
from phoihop.papers.present_signer import signature_of
from phoihop.papers.rendering import Paper as Description
from phoihop.people.models import Party


def write_letter(*, actor: Actor, party: Party, to: Sequence[Party], subject: str, body: str, unit: str = "") -> Paper:
    """Draft a letter of ``party`` to other parties; it goes the way of every paper: signed, numbered, given out.

    :param subject: what it is about (V/v …)
    :param unit: the drafting unit in the symbol: STTTT-CNTT
    """
    require(actor, Permission.PAPER_WRITE, party=party)
    if not to:
        raise Refused(_("Hãy chọn ít nhất một đơn vị nhận."), field="to")
    symbol = f"{party.code}-{unit.strip()}" if unit.strip() else party.code
    description = Description(
        type="CV", abstract=subject.strip(), body=blocks_of(body), issuing_body=party.name,
        superior_body=party.superior_name,
        symbol=symbol, place=party.place, to=tuple(one.name for one in to),
        signatures=(signature_of(party, on=actor.today),), recipients=("Như trên",),
    )  # fmt: skip
    return draw_paper(
        actor=actor, party=party, description=description, subject=party, audience=to, lead_id=party.audit_lead_id
    )


def edit_letter(*, actor: Actor, paper: Paper, to: Sequence[Party], subject: str, body: str) -> Paper:
    """Write the draft of a letter anew, under the symbol and with the signer it has.

    :raises Refused: it is no draft any more, or goes to nobody
    """
    require(actor, Permission.PAPER_WRITE, party=paper.party)
    if not to:
        raise Refused(_("Hãy chọn ít nhất một đơn vị nhận."), field="to")
    description = dataclasses.replace(
        unpack(paper.description), abstract=subject.strip(), body=blocks_of(body), to=tuple(one.name for one in to)
    )
    with transaction.atomic():
        redraw_paper(actor=actor, paper=paper, description=description)
        paper.audience.set(to)
    return paper
