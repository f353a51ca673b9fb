"""issue_paper: one sequence a year for each body."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from phoihop.base import files
from phoihop.base.access import Role
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.transitions import WrongState
from phoihop.papers.actions.papers import draw_paper, submit_paper
from phoihop.papers.actions.register import NumberTaken, issue_paper, record_signature
from phoihop.papers.models import NumberSequence, Paper, PaperStatus
from phoihop.papers.tests.desk import report
from phoihop.testing.cast import DAY, seat


def test_numbers_follow_each_other_from_one(issue):
    codes = [issue().code for _ in range(3)]

    assert codes == ["01/BC-STTTT", "02/BC-STTTT", "03/BC-STTTT"]


def test_every_year_begins_again(issue):
    last_year = issue(dt.date(2025, 12, 31))
    this_year = issue(DAY)

    assert (last_year.number, last_year.year, this_year.number, this_year.year) == (1, 2025, 1, 2026)


def test_each_body_has_its_own_sequence(issue, vnpt):
    issue()
    clerk = seat(vnpt.party, Role.CLERK, "Văn thư VNPT", "vanthu.vnpt@example.vn")
    paper = draw_paper(actor=clerk, party=vnpt.party, description=report(), subject=vnpt.party)
    submit_paper(actor=clerk, paper=paper)
    record_signature(actor=clerk, paper=paper, signed_on=DAY)

    assert issue_paper(actor=clerk, paper=paper).number == 1


def test_the_number_stands_in_the_issued_pdf_and_the_signed_file_stays(clerk, draw, sign, regulator):
    paper = draw()
    before = paper.pdf.sha256

    issue_paper(actor=clerk, paper=sign(paper))

    paper.refresh_from_db()
    assert paper.description["number"] == 1
    assert paper.description["date"] == {"is": "date", "iso": "2026-06-15"}
    assert paper.pdf.sha256 != before
    assert files.read(paper.pdf).startswith(b"%PDF")


def test_a_day_before_the_last_number_is_refused_and_spends_none(clerk, draw, sign, issue):
    issue(DAY)
    early = sign(draw(), DAY - dt.timedelta(days=3))

    with pytest.raises(NumberTaken):
        issue_paper(actor=clerk, paper=early, issued_on=DAY - dt.timedelta(days=1))

    assert NumberSequence.objects.get().last == 1
    assert issue_paper(actor=clerk, paper=early, issued_on=DAY).number == 2


@pytest.mark.parametrize("day", [DAY + dt.timedelta(days=1), DAY - dt.timedelta(days=1)])
def test_no_number_for_tomorrow_nor_before_the_signature(clerk, draw, sign, day):
    paper = sign(draw(), DAY)

    with pytest.raises(Refused) as refusal:
        issue_paper(actor=clerk, paper=paper, issued_on=day)

    assert refusal.value.field == "issued_on"


def test_an_unsigned_paper_gets_no_number(clerk, draft):
    with pytest.raises(WrongState):
        issue_paper(actor=clerk, paper=draft)

    assert not NumberSequence.objects.filter(last__gt=0).exists()


def test_a_paper_is_numbered_once(clerk, issue):
    paper = issue()

    with pytest.raises(WrongState):
        issue_paper(actor=clerk, paper=paper)


def test_the_officer_gives_no_numbers(regulator, draw, sign):
    with pytest.raises(NotAllowed):
        issue_paper(actor=regulator, paper=sign(draw()))


def test_the_database_refuses_a_number_twice(issue, draw):
    issued, other = issue(), draw()

    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.filter(pk=other.pk).update(number=issued.number, year=issued.year)


def test_the_database_refuses_an_issued_paper_without_number(draft):
    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.filter(pk=draft.pk).update(status=PaperStatus.ISSUED)
