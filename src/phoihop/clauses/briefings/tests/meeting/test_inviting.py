"""Invitations, mailed passes, the agenda as an annex."""

import pytest
from django.core import mail

from phoihop.base.errors import Refused
from phoihop.base.jobs import Progress
from phoihop.base.models import Job
from phoihop.clauses.briefings.actions.meeting import agenda, delegates, inviting
from phoihop.clauses.briefings.agenda.annex import agenda_annex
from phoihop.clauses.briefings.jobs.passes import send_passes
from phoihop.clauses.briefings.models import Pass
from phoihop.programme.kinds import kind_of


def test_without_an_agenda_nobody_is_invited(regulator, briefing):
    with pytest.raises(Refused, match="Chương trình"):
        inviting.invite_parties(actor=regulator, briefing=briefing)


def test_inviting_opens_the_activity_and_makes_passes(regulator, vnpt, briefing):
    delegates.name_delegate(actor=vnpt, briefing=briefing, party=vnpt.party, name="Lan")
    Pass.objects.all().delete()
    briefing.activity.status = "scheduled"
    briefing.activity.save(update_fields=["status"])
    agenda.add_item(actor=regulator, briefing=briefing, title="Khai mạc", minutes=5)

    job = inviting.invite_parties(actor=regulator, briefing=briefing)

    briefing.refresh_from_db()
    assert (job.kind, briefing.status, briefing.activity.status) == ("programme.invite", "invited", "open")
    assert Pass.objects.count() == 1


def test_a_pass_is_mailed_once_with_its_paper(regulator, vnpt, briefing):
    delegates.name_delegate(actor=vnpt, briefing=briefing, party=vnpt.party, name="Lan", email="lan@example.vn")
    delegates.name_delegate(actor=vnpt, briefing=briefing, party=vnpt.party, name="Không thư")
    job = Job.objects.create(kind="briefings.passes", title="Thẻ", user_id=regulator.user_id)

    for _time in range(2):
        send_passes(regulator, Progress(job), briefing=str(briefing.pk))

    (sent,) = mail.outbox
    assert (sent.to, sent.attachments[0][0], sent.attachments[0][1][:5]) == (
        ["lan@example.vn"],
        "the-du-hop.pdf",
        b"%PDF-",
    )


def test_the_annex_is_what_every_party_may_read(regulator, vnpt, briefing, obstacle, topic):
    item = agenda.add_item(actor=regulator, briefing=briefing, title="Vướng mắc", minutes=20, presenter="VNPT")
    shared, secret = obstacle(vnpt, "Chung"), obstacle(vnpt, "Kín", audience="department")
    item.obstacles.set([shared, secret])

    (annex,) = kind_of("briefings").annexes(regulator, briefing.activity)

    assert annex == agenda_annex(briefing)
    assert [row[2] for row in annex.body[0].rows] == ["Vướng mắc\n– Chung (VNPT)"]
