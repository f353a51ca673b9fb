"""The demo's briefing in preparation: proposals, delegates, an agenda from what is open."""

from __future__ import annotations

import datetime as dt

from phoihop.clauses.briefings.actions.meeting import delegates, topics
from phoihop.clauses.briefings.actions.meeting.proposing import propose_agenda
from phoihop.clauses.briefings.demo.meeting_people import people_of
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import Briefing, BriefingStatus
from phoihop.people.models import Party
from phoihop.programme.models import ActivityStatus, Answer, Participation

READY = (ActivityStatus.OPEN,)


def build(stage: Stage) -> None:
    """The next briefing, as far as the plan's activity is prepared."""
    found = Briefing.objects.filter(
        activity__programme=stage.programme, activity__status__in=READY, status=BriefingStatus.PREPARING
    )
    briefing = found.select_related("activity__programme__lead").order_by("activity__starts_at").first()
    if briefing is None:
        return
    moment = min(stage.now, briefing.activity.starts_at) - dt.timedelta(hours=5)
    propose_agenda(actor=stage.officer(moment), briefing=briefing)
    taking = set(briefing.activity.participations.values_list("party_id", flat=True))
    parties = [party for party in stage.enterprises if party.pk in taking]
    _propose(stage, briefing, parties, moment)
    if Participation.objects.filter(activity=briefing.activity, invited_at__isnull=False).exists():
        Briefing.objects.filter(pk=briefing.pk).update(status=BriefingStatus.INVITED)
    _people(stage, briefing, parties, moment)


def _propose(stage: Stage, briefing: Briefing, parties: list[Party], moment: dt.datetime) -> None:
    """One topic taken in, one waiting, one confidential, one left out."""
    if len(parties) < 4:
        return
    vnpt, viettel, mobifone, fpt = parties[:4]
    officer = stage.officer(moment + dt.timedelta(hours=1))
    taken = topics.propose_topic(
        actor=stage.focal(vnpt, moment), briefing=briefing, party=vnpt, minutes=20, presenter="Đỗ Thị Lan, VNPT",
        title="Dùng chung cống bể trên các tuyến đường mới",
        text="Đề nghị thống nhất đầu mối và thời gian thi công để chỉ đào một lần.",
    )  # fmt: skip
    topics.accept_topic(actor=officer, item=taken, minutes=20)
    topics.propose_topic(
        actor=stage.focal(viettel, moment), briefing=briefing, party=viettel, minutes=15,
        title="Thông báo sớm kế hoạch cắt điện",
        text="Đề nghị Sở làm việc với ngành điện để doanh nghiệp biết trước 5 ngày.",
    )  # fmt: skip
    topics.propose_topic(
        actor=stage.focal(mobifone, moment), briefing=briefing, party=mobifone, minutes=10, confidential=True,
        title="Kế hoạch thu hẹp điểm giao dịch", text="Đề nghị chỉ trao đổi với Sở.",
    )  # fmt: skip
    left = topics.propose_topic(
        actor=stage.focal(fpt, moment), briefing=briefing, party=fpt, minutes=30, title="Giới thiệu gói cước mới"
    )
    topics.decline_topic(
        actor=officer, item=left, reason="Nội dung quảng bá dịch vụ không thuộc phạm vi giao ban; đề nghị gửi tài liệu."
    )


def _people(stage: Stage, briefing: Briefing, parties: list[Party], moment: dt.datetime) -> None:
    """Those that said they come name their people; one of them sends a deputy."""
    coming = set(
        Participation.objects.filter(activity=briefing.activity, answer=Answer.YES).values_list("party_id", flat=True)
    )
    for number, party in enumerate(one for one in parties if one.pk in coming):
        actor = stage.focal(party, moment)
        for name, position in people_of(party.code)[:2]:
            person = delegates.name_delegate(actor=actor, briefing=briefing, party=party, name=name, position=position)
        if number == 1:
            delegates.send_deputy(
                actor=actor, briefing=briefing, attendee=person, name="Tống Minh Châu", position="Phòng Kỹ thuật"
            )
