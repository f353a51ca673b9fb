"""void_paper."""

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.models import AuditEntry
from phoihop.base.transitions import WrongState
from phoihop.papers.actions.papers import void_paper
from phoihop.papers.models import PaperStatus


def test_a_paper_is_given_up_with_its_reason(regulator, draft):
    void_paper(actor=regulator, paper=draft, reason=" In nhầm ")

    assert draft.status == PaperStatus.VOID
    assert AuditEntry.objects.get(event="papers.paper.voided").after == {"reason": "In nhầm"}


def test_a_signed_paper_may_be_given_up_and_takes_no_number(regulator, draw, sign, issue):
    void_paper(actor=regulator, paper=sign(draw()), reason="Ký nhầm")

    assert issue().number == 1


def test_an_issued_paper_is_never_given_up(regulator, issue):
    with pytest.raises(WrongState):
        void_paper(actor=regulator, paper=issue(), reason="Sai")


def test_a_reason_is_asked_for(regulator, draft):
    with pytest.raises(Refused):
        void_paper(actor=regulator, paper=draft, reason="  ")


def test_another_body_gives_nothing_up(vnpt, draft):
    with pytest.raises(NotAllowed):
        void_paper(actor=vnpt, paper=draft, reason="Không thích")


def test_what_is_out_for_signature_is_withdrawn_instead(regulator, round_):
    with pytest.raises(Refused, match="rút lại"):
        void_paper(actor=regulator, paper=round_.paper, reason="Sai")
