"""One round of confirming or objecting."""

import datetime as dt

import pytest

from phoihop.base.errors import NotAllowed, NotVisible, Refused, Stale
from phoihop.notices.models import Notice
from phoihop.programme.actions import report as actions
from phoihop.programme.models import ReportAnswer, ReportStatus
from phoihop.testing.cast import DAY


def test_circulating_asks_those_who_may_confirm(circulated, vnpt):
    assert circulated.status == ReportStatus.CIRCULATED
    assert Notice.objects.filter(user=vnpt.user, key=f"report.circulated:{circulated.pk}").count() == 1


def test_a_deadline_in_the_past_is_refused(regulator, draft):
    with pytest.raises(Refused) as refusal:
        actions.circulate_report(actor=regulator, report=draft, confirm_by=DAY - dt.timedelta(days=1))

    assert refusal.value.field == "confirm_by"


def test_a_party_answers_once(answer, vnpt):
    answer(vnpt)

    with pytest.raises(Stale):
        answer(vnpt, confirms=False, objection="Sai")
    assert ReportAnswer.objects.get().confirms


def test_objecting_needs_words(answer, vnpt):
    with pytest.raises(Refused) as refusal:
        answer(vnpt, confirms=False, objection="  ")

    assert refusal.value.field == "objection"


def test_a_draft_takes_no_answer(draft, vnpt):
    with pytest.raises(Refused):
        actions.answer_report(actor=vnpt, report=draft, party=vnpt.party, confirms=True)


def test_nobody_answers_for_a_rival(circulated, vnpt, viettel):
    with pytest.raises(NotAllowed):
        actions.answer_report(actor=vnpt, report=circulated, party=viettel.party, confirms=True)


def test_the_lead_is_no_party_of_the_report(circulated, director):
    with pytest.raises(NotVisible):
        actions.answer_report(actor=director, report=circulated, party=director.party, confirms=True)


def test_an_objection_is_resolved_with_mended_figures(regulator, circulated, answer, act, vnpt):
    answer(vnpt, confirms=False, objection="Thiếu 3 cột")
    act(vnpt=3)

    actions.resolve_objection(actor=regulator, report=circulated, party=vnpt.party, resolution="Đã bổ sung")

    circulated.refresh_from_db()
    part = circulated.content["parties"][str(vnpt.party.pk)]
    assert part["figures"][0]["done"] == "15"
    assert circulated.answers.get().resolution == "Đã bổ sung"
    assert Notice.objects.filter(user=vnpt.user, key__startswith="report.resolved").exists()


def test_resolving_leaves_the_parts_of_others_as_they_confirmed_them(regulator, circulated, answer, act, vnpt, viettel):
    answer(vnpt, confirms=False, objection="Thiếu")
    answer(viettel)
    act(vnpt=3, viettel=100)

    actions.resolve_objection(actor=regulator, report=circulated, party=vnpt.party, resolution="Đã bổ sung")

    circulated.refresh_from_db()
    assert circulated.content["parties"][str(viettel.party.pk)]["figures"][0]["done"] == "7"


def test_resolving_leaves_the_part_of_all_as_the_others_confirmed_it(regulator, circulated, answer, act, vnpt, viettel):
    answer(vnpt, confirms=False, objection="Thiếu")
    answer(viettel)
    before = circulated.content["common"]
    act(vnpt=3, together=50)

    actions.resolve_objection(actor=regulator, report=circulated, party=vnpt.party, resolution="Đã bổ sung")

    circulated.refresh_from_db()
    assert circulated.content["common"] == before


@pytest.mark.parametrize("words", ["", "  "])
def test_a_resolution_says_something(regulator, circulated, answer, vnpt, words):
    answer(vnpt, confirms=False, objection="Thiếu")

    with pytest.raises(Refused):
        actions.resolve_objection(actor=regulator, report=circulated, party=vnpt.party, resolution=words)


def test_there_is_nothing_to_resolve_where_nobody_objected(regulator, circulated, answer, vnpt):
    answer(vnpt)

    with pytest.raises(NotVisible):
        actions.resolve_objection(actor=regulator, report=circulated, party=vnpt.party, resolution="x")


def test_an_enterprise_resolves_nothing(circulated, answer, vnpt):
    answer(vnpt, confirms=False, objection="Thiếu")

    with pytest.raises(NotAllowed):
        actions.resolve_objection(actor=vnpt, report=circulated, party=vnpt.party, resolution="x")
