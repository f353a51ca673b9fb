"""Opening the signing of a memorandum; what follows from the round stands in ``programme.signing_hooks``."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.papers.actions.papers import draw_paper
from phoihop.papers.actions.rounds import SlotPlan, open_round
from phoihop.papers.models import SigningMode, SigningRound
from phoihop.papers.rendering import Paper
from phoihop.programme.describe.memorandum import memorandum_paper
from phoihop.programme.memorandum_notices import tell_parties
from phoihop.programme.memorandum_rows import (
    circulated_revision,
    lead_of,
    locked,
    party_ids,
    present_content,
)
from phoihop.programme.models import MEMORANDUM_TRANSITIONS, Memorandum, MemorandumStatus, NamedDay, Revision
from phoihop.programme.revising import checksum


def open_signing(*, actor: Actor, memorandum: Memorandum, due_on: dt.date | None = None) -> SigningRound:
    """Draw the paper of the circulated revision and give it out for signature.

    :raises Refused: a party asks for a change or may still answer, the text was changed since, or a signer is not named
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    if due_on is not None and due_on < actor.today:
        raise Refused(_("Hạn ký phải từ hôm nay trở đi."), field="due_on")
    with transaction.atomic():
        row = locked(memorandum)
        if row.status != MemorandumStatus.CIRCULATED:
            raise Refused(_("Chỉ mở đợt ký khi biên bản ghi nhớ đang lấy ý kiến."))
        revision = circulated_revision(row)
        _require_agreed(actor, row, revision)
        seats = list(row.parties.select_related("party").order_by("order"))
        paper = draw_paper(
            actor=actor, party=row.programme.lead, subject=row, audience=[seat.party for seat in seats],
            lead_id=lead_of(row),
            description=_description(row, revision),
        )  # fmt: skip
        round_ = open_round(
            actor=actor, paper=paper, mode=SigningMode(row.signing_mode), due_on=due_on,
            slots=[SlotPlan(seat.party, seat.signer_name, seat.signer_position) for seat in seats],
        )  # fmt: skip
        move(row, MemorandumStatus.SIGNING, MEMORANDUM_TRANSITIONS, paper=paper)
        after = {"number": revision.number, "checksum": revision.checksum, "paper": paper.pk}
        audit.record(actor, "programme.memorandum.signing_opened", row, party=lead_of(row), after=after)
        url = reverse("papers:round_detail", args=[round_.pk])
        text = gettext_lazy("Mời ký: {title}")
        tell_parties(actor, row, text, key=f"signing:{paper.pk}", icon="writing-sign", url=url)
    return round_


def _description(memorandum: Memorandum, revision: Revision) -> Paper:
    lead = memorandum.programme.lead
    days = dict(NamedDay.objects.for_lead(lead.pk).values_list("code", "name_vi"))
    return memorandum_paper(revision.content, place=lead.place, symbol=f"BGN-{lead.code}", days=days)


def _require_agreed(actor: Actor, memorandum: Memorandum, revision: Revision) -> None:
    if checksum(present_content(memorandum)) != revision.checksum:
        raise Refused(_("Bản đang soạn đã khác bản gửi các bên. Hãy đưa về soạn thảo rồi gửi lại trước khi ký."))
    answers = dict(revision.answers.values_list("party_id", "accepts"))
    if not all(answers.values()):
        raise Refused(_("Còn bên đề nghị sửa. Hãy sửa và gửi lại, hoặc thống nhất để bên đó đổi trả lời."))
    waiting = [pk for pk in party_ids(memorandum) if pk not in answers]
    if waiting and (memorandum.answer_by is None or memorandum.answer_by >= actor.today):
        raise Refused(_("Còn bên chưa trả lời và chưa hết hạn góp ý. Hãy chờ hoặc nhắc các bên."))
    unnamed = memorandum.parties.filter(signer_name="").first()
    if unnamed is not None:
        words = _("Chưa có người ký của %(party)s. Hãy đưa về soạn thảo để ghi tên người ký.")
        raise Refused(words % {"party": unnamed.name})
