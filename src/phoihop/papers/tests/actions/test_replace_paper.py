"""replace_paper: an issued paper that is wrong in content."""

import pytest

from phoihop.base.errors import NotAllowed, Refused
from phoihop.papers.actions.papers import replace_paper, void_paper
from phoihop.papers.actions.register import issue_paper
from phoihop.papers.description_json import unpack
from phoihop.papers.models import PaperStatus
from phoihop.papers.tests.desk import report


def test_the_replacement_is_an_unnumbered_draft_and_the_old_paper_still_holds(regulator, issue, vnpt):
    old = issue()

    new = replace_paper(actor=regulator, paper=old, description=unpack(old.description))

    old.refresh_from_db()
    assert (new.status, new.number, new.replaces) == (PaperStatus.DRAFT, None, old)
    assert (new.description["number"], new.description["date"]) == (None, None)
    assert list(new.audience.all()) == [vnpt.party]
    assert (new.subject_label, new.subject_id) == (old.subject_label, old.subject_id)
    assert old.status == PaperStatus.ISSUED


def test_issuing_the_replacement_retires_the_old_paper_and_its_number(regulator, clerk, issue, sign):
    old = issue()
    new = replace_paper(actor=regulator, paper=old, description=report())

    issue_paper(actor=clerk, paper=sign(new))

    old.refresh_from_db()
    assert (old.status, old.number, new.number) == (PaperStatus.REPLACED, 1, 2)


def test_one_replacement_at_a_time(regulator, issue):
    old = issue()
    first = replace_paper(actor=regulator, paper=old, description=report())

    with pytest.raises(Refused, match="đang chuẩn bị"):
        replace_paper(actor=regulator, paper=old, description=report())

    void_paper(actor=regulator, paper=first, reason="Soạn lại")
    assert replace_paper(actor=regulator, paper=old, description=report()).replaces == old


def test_a_draft_is_not_replaced(regulator, draft):
    with pytest.raises(Refused):
        replace_paper(actor=regulator, paper=draft, description=report())


def test_a_reader_replaces_nothing(vnpt, issue):
    with pytest.raises(NotAllowed):
        replace_paper(actor=vnpt, paper=issue(), description=report())
