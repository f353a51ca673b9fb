import datetime as dt

import pytest
from django.urls import reverse

from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.clauses.briefings.actions.minutes import amending, steps, versions, writing
from phoihop.clauses.briefings.actions.minutes.writing import Written
from phoihop.clauses.briefings.hooks import minutes as hooks
from phoihop.clauses.briefings.models import Decision, Minutes
from phoihop.clauses.briefings.queries.minutes import minutes as queries
from phoihop.papers.actions.papers import submit_paper
from phoihop.papers.actions.register import issue_paper, record_signature
from phoihop.papers.models import Paper
from phoihop.testing.cast import DAY

SIGNERS = [("THƯ KÝ", "Lê Thu Hà"), ("CHỦ TRÌ", "Trần Minh Đức")]
SOON = DAY + dt.timedelta(days=5)


def _text_of(paper: Paper) -> str:
    return str(paper.description)


@pytest.fixture
def circulated(regulator, minutes, paragraph, task, private) -> Minutes:
    return steps.circulate(actor=regulator, minutes=minutes, amend_by=SOON)


@pytest.fixture
def final(regulator, circulated) -> Minutes:
    return steps.finish(actor=regulator, minutes=circulated)


def test_a_draft_is_the_departments(vnpt, minutes, paragraph):
    with pytest.raises(NotVisible):
        queries.visible_minutes(actor=vnpt, briefing=minutes.briefing_id)


def test_empty_minutes_are_sent_to_nobody(regulator, minutes):
    with pytest.raises(Refused, match="chưa có nội dung"):
        steps.circulate(actor=regulator, minutes=minutes, amend_by=SOON)


def test_an_attendee_amends_and_is_answered(regulator, vnpt, viettel, circulated, paragraph):
    asked = amending.propose_amendment(
        actor=vnpt, minutes=circulated, party=vnpt.party, entry=paragraph, text="Ghi rõ là 15,5 %"
    )

    assert not queries.amendments(actor=viettel, minutes=circulated).exists()
    with pytest.raises(Refused, match="chưa trả lời"):
        steps.finish(actor=regulator, minutes=circulated)
    with pytest.raises(Refused, match="lý do"):
        amending.answer_amendment(actor=regulator, amendment=asked, taken=False)
    amending.answer_amendment(actor=regulator, amendment=asked, taken=True)
    assert queries.amendments(actor=vnpt, minutes=circulated).get().state == "taken"


def test_whoever_was_not_there_amends_nothing(post, circulated):
    with pytest.raises(NotAllowed):
        amending.propose_amendment(actor=post, minutes=circulated, party=post.party, text="x")


def test_after_the_day_it_is_too_late(vnpt, circulated):
    late = vnpt.on(SOON + dt.timedelta(days=1))

    with pytest.raises(Refused, match="hết thời gian"):
        amending.propose_amendment(actor=late, minutes=circulated, party=vnpt.party, text="x")
    assert queries.amending_party(actor=late, minutes=circulated) is None


def test_final_minutes_begin_to_be_followed(final, vnpt):
    [shared, private] = Decision.objects.order_by("due_on")

    assert (shared.text, shared.owner, shared.confidential_to) == ("Gửi bảng kê tuyến cột", vnpt.party, None)
    assert private.confidential_to == vnpt.party
    assert {shared.briefing_id, private.briefing_id} == {final.briefing_id}


def test_the_paper_has_what_all_may_read_and_its_signers_left_and_right(final):
    paper = Minutes.objects.get().paper

    assert "Gửi bảng kê tuyến cột" in _text_of(paper)
    assert "BIMAT" not in _text_of(paper)
    assert [(one["position"], one["name"]) for one in paper.description["signatures"]] == SIGNERS
    assert paper.description["signature_layout"] == "pair"


def test_a_rival_reads_nothing_of_what_concerns_one(final, viettel, vnpt, client_of):
    address = reverse("briefings:minutes_detail", args=[final.briefing_id])

    assert "BIMAT" not in client_of(viettel).get(address).content.decode()
    assert "BIMAT" in client_of(vnpt).get(address).content.decode()


def test_taken_back_and_finished_again_a_task_stays_one(regulator, final, task):
    back = steps.take_back(actor=regulator, minutes=final, reason="Sai thời hạn")
    words = Written(task.text, "task", task.owner, dt.date(2026, 7, 31))
    writing.edit_entry(actor=regulator, entry=task, version=1, written=words)

    steps.finish(actor=regulator, minutes=back)

    assert Decision.objects.filter(confidential_to=None).get().due_on == dt.date(2026, 7, 31)
    assert Paper.objects.filter(type="BB").values_list("status", flat=True).order_by("created_at")[0] == "void"


def test_a_task_that_is_taken_out_is_dropped(regulator, final, task):
    back = steps.take_back(actor=regulator, minutes=final, reason="Bỏ một việc")
    writing.remove_entry(actor=regulator, entry=task)

    steps.finish(actor=regulator, minutes=back)

    assert Decision.objects.get(entry=task).state == "dropped"


def test_signed_minutes_are_locked(regulator, clerk, final):
    paper = Minutes.objects.get().paper
    with pytest.raises(Refused, match="chưa ký"):
        steps.lock_signed(actor=regulator, minutes=final)
    record_signature(actor=clerk, paper=submit_paper(actor=regulator, paper=paper), signed_on=DAY)

    locked = steps.lock_signed(actor=regulator, minutes=final)

    assert (locked.status, locked.locked_at) == ("signed", regulator.at)
    with pytest.raises(Refused, match="đã ký"):
        steps.take_back(actor=regulator, minutes=locked, reason="x")
    with pytest.raises(Refused, match="không sửa được"):
        writing.add_entry(actor=regulator, minutes=locked, item=None, written=Written("x"))


def test_the_notice_says_what_binds_all_and_is_mailed_once_it_has_a_number(
    regulator, clerk, final, vnpt, viettel, mailoutbox, django_capture_on_commit_callbacks
):
    notice = steps.draw_notice(actor=regulator, minutes=final)
    text = _text_of(notice)
    row = Minutes.objects.select_related("notice", "briefing__activity__programme").get()
    with pytest.raises(Refused, match="chưa được ban hành"):
        steps.send_notice(actor=regulator, minutes=row)
    record_signature(actor=clerk, paper=submit_paper(actor=regulator, paper=notice), signed_on=DAY)
    notice.refresh_from_db()
    issue_paper(actor=clerk, paper=notice)
    row = Minutes.objects.select_related("notice", "briefing__activity__programme").get()

    for _again in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            steps.send_notice(actor=regulator, minutes=row)

    assert "Gửi bảng kê tuyến cột" in text
    assert "BIMAT" not in text
    assert sorted(mail.to[0] for mail in mailoutbox) == sorted([vnpt.user.email, viettel.user.email])
    assert all(mail.attachments[0].mimetype == "application/pdf" for mail in mailoutbox)


def test_attendees_have_until_the_day_as_a_to_do(circulated, vnpt, regulator, post):
    assert [(due.party_id, due.due_on) for due in hooks.dues(vnpt)] == [(vnpt.party.pk, SOON)]
    assert list(hooks.dues(post)) == []
    keys = {due.key.split(":")[0] for due in hooks.dues(regulator)}
    assert keys == {"briefings.minutes.amend", "briefings.minutes.write"}


def test_a_task_that_becomes_private_is_gone_for_the_others(regulator, final, task, vnpt, viettel):
    back = steps.take_back(actor=regulator, minutes=final, reason="Nội dung riêng")
    words = Written("BIMAT nội dung mới", "task", vnpt.party, task.due_on, vnpt.party)
    writing.edit_entry(actor=regulator, entry=task, version=1, written=words)

    steps.finish(actor=regulator, minutes=back)

    assert Decision.objects.get(entry=task).confidential_to == vnpt.party
    assert not Decision.objects.visible_to(viettel).exists()


def test_a_task_that_comes_back_is_followed_again(regulator, final, task):
    back = steps.take_back(actor=regulator, minutes=final, reason="Bỏ một việc")
    kept = back.versions.first()
    writing.remove_entry(actor=regulator, entry=task)
    again = steps.take_back(actor=regulator, minutes=steps.finish(actor=regulator, minutes=back), reason="Nhầm")
    versions.restore_version(actor=regulator, version=kept)

    steps.finish(actor=regulator, minutes=again)

    assert Decision.objects.get(entry=task).state == "open"


def test_taken_back_the_notice_is_given_up_too(regulator, final):
    notice = steps.draw_notice(actor=regulator, minutes=final)

    back = steps.take_back(actor=regulator, minutes=final, reason="Sửa")

    notice.refresh_from_db()
    assert (notice.status, back.notice) == ("void", None)
