"""Saying at once whether sharing is compulsory where a need was filed, without drawing a map of rivals' masts.

The answer is an oracle on masts that the operator may not see, so it is coarse (of a hexagon some 350 m wide, not of
the point), given for filed needs alone, kept (the same place gives the same answer), limited to a number of places a
round, and listed to the department once the round is closed. See docs/adr on the duty to share.
"""

from __future__ import annotations

from enum import StrEnum
from uuid import uuid4

import h3
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor, Permission, require
from phoihop.clauses.towers.joint.facts import NeedFacts
from phoihop.clauses.towers.joint.rulebook import Rulebook
from phoihop.clauses.towers.joint.sealing import mark, seal, unseal
from phoihop.clauses.towers.models import JointRound, ShareHint
from phoihop.clauses.towers.queries.joint import ground
from phoihop.people.models import Party

RESOLUTION = 9
REACH_M = 230.0  # from the middle of a cell of that size to its farthest corner, rounded up


class HintCode(StrEnum):
    """What an operator is told."""

    OWN = "own"
    NEAR = "near"
    CLEAR = "clear"
    SPENT = "spent"


HINTS = {
    HintCode.OWN: _(
        "Trong khoảng cách tối thiểu của một cột của chính đơn vị. Hãy xem lại có thể dùng cột đó hay không."
    ),
    HintCode.NEAR: _(
        "Trong hoặc sát khoảng cách tối thiểu của một cột đã có: phải dùng chung, trừ khi Sở xác nhận khác. "
        "Hãy hỏi Sở để biết cụ thể."
    ),
    HintCode.CLEAR: _("Ngoài khoảng cách tối thiểu của mọi cột đã có: được dựng cột mới theo quy định về khoảng cách."),
    HintCode.SPENT: _(
        "Đơn vị đã dùng hết số khu vực được trả lời ngay của đợt này. Nhu cầu vẫn được nhận; hãy hỏi Sở nếu cần biết."
    ),
}


def sharing_hint(*, actor: Actor, round_: JointRound, party: Party, facts: NeedFacts) -> HintCode:
    """The answer for one place; asking for a new place uses up one of the party's places.

    An operator's own masts are no secret to it: for them the distance is exact.
    """
    require(actor, Permission.NEEDS_FILE, party=party)
    book, lead = Rulebook.of(round_.rules), round_.programme.lead_id
    here = (facts.latitude, facts.longitude)
    zone = ground.zone_at(actor=actor, latitude=here[0], longitude=here[1], day=actor.today)
    if ground.mast_within(
        actor=actor, lead_id=lead, latitude=here[0], longitude=here[1], metres=book.widest(zone), own=party.pk,
        mine=True,
    ):  # fmt: skip
        return HintCode.OWN
    cell = h3.latlng_to_cell(*here, RESOLUTION)
    known = mark(round_.salt, f"{party.pk}:{cell}")
    rows = ShareHint.objects.filter(round=round_, party=party)
    told = rows.filter(cell_mac=known).first()
    if told is not None:
        return HintCode(unseal(round_.salt, f"hint:{told.pk}", told.sealed)["answer"])
    if rows.count() >= round_.hint_budget:
        return HintCode.SPENT
    return _answer_new(actor, round_, party, cell, known)


def _answer_new(actor: Actor, round_: JointRound, party: Party, cell: str, known: str) -> HintCode:
    latitude, longitude = h3.cell_to_latlng(cell)
    zone = ground.zone_at(actor=actor, latitude=latitude, longitude=longitude, day=actor.today)
    metres = Rulebook.of(round_.rules).widest(zone) + REACH_M
    near = ground.mast_within(
        actor=actor, lead_id=round_.programme.lead_id, latitude=latitude, longitude=longitude, metres=metres,
        own=party.pk, mine=False,
    )  # fmt: skip
    answer = HintCode.NEAR if near else HintCode.CLEAR
    row_id = uuid4()
    sealed = seal(round_.salt, f"hint:{row_id}", {"cell": cell, "answer": answer.value})
    ShareHint.objects.create(pk=row_id, round=round_, party=party, cell_mac=known, sealed=sealed, at=actor.at)
    return answer
