"""The log of a signing round, kept in the register."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.papers.actions.papers import draw_paper
from phoihop.papers.describe import signing_log
from phoihop.papers.models import Paper, PaperStatus, RoundStatus, SigningRound


def keep_log(*, actor: Actor, round_: SigningRound) -> Paper:
    """Draw the log of a round that has ended as a paper of the issuing body, to be signed, numbered and issued.

    :raises Refused: the round is still open, or its log stands in the register already
    """
    party = round_.paper.party
    require(actor, Permission.PAPER_WRITE, party=party)
    with transaction.atomic():
        current = SigningRound.objects.select_for_update().get(pk=round_.pk)
        if current.status == RoundStatus.OPEN:
            raise Refused(_("Đợt ký chưa kết thúc. Hãy đưa nhật ký vào sổ khi các bên đã ký đủ."))
        label = SigningRound._meta.label_lower
        kept = Paper.objects.filter(subject_label=label, subject_id=round_.pk).exclude(status=PaperStatus.VOID)
        if kept.exists():
            raise Refused(_("Nhật ký của đợt ký này đã có trong sổ văn bản."))
        return draw_paper(
            actor=actor, party=party, description=signing_log(current, actor.today), subject=round_,
            audience=round_.paper.audience.all(), lead_id=round_.paper.lead_id,
        )  # fmt: skip
