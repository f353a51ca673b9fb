"""Who is invited, who answered, who came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit, jobs
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.models import Job
from phoihop.notices.actions import tell
from phoihop.notices.calendar import read_answer
from phoihop.people.models import Membership, Party
from phoihop.programme.happenings import address_of
from phoihop.programme.models import Activity, ActivityStatus, Answer, Attendee, Participation

MAX_PEOPLE = 500


@dataclass(frozen=True, slots=True)
class Sent:
    """A person a party sends."""

    name: str
    position: str = ""
    email: str = ""


def _refuse_after_the_end(activity: Activity) -> None:
    if activity.status in (ActivityStatus.CLOSED, ActivityStatus.CANCELLED):
        raise Refused(
            _(
                "Hoạt động đã khép lại nên không thay đổi được. "
                "Nếu hoạt động đã kết thúc, hãy nhờ đơn vị chủ trì mở lại."
            )
        )


def add_participants(*, actor: Actor, activity: Activity, parties: Iterable[Party]) -> None:
    """Add parties; those already in it stay as they are."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    _refuse_after_the_end(activity)
    added = [party for party in parties if not activity.participations.filter(party=party).exists()]
    with transaction.atomic():
        rows = [Participation(activity=activity, party=party) for party in added]
        Participation.objects.bulk_create(rows, ignore_conflicts=True)
        audit.record(
            actor, "programme.activity.participants_added", activity, party=activity.programme.lead_id,
            after={"parties": [party.short_name for party in added]},
        )  # fmt: skip


def remove_participant(*, actor: Actor, activity: Activity, party: Party) -> None:
    """Take a party out again, if it was not there."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    _refuse_after_the_end(activity)
    participation = _participation(activity, party)
    if participation.attended:
        raise Refused(_("Đơn vị này đã được ghi là có mặt nên không bỏ khỏi danh sách được."))
    with transaction.atomic():
        audit.record(actor, "programme.activity.participant_removed", activity, party=party)
        participation.delete()


def _participation(activity: Activity, party: Party | UUID) -> Participation:
    found = activity.participations.filter(party_id=getattr(party, "pk", party)).first()
    if found is None:
        raise NotVisible
    return found


def invite_participants(*, actor: Actor, activity: Activity) -> Job:
    """Invite every party by notice and mail with an answerable calendar entry, as a job."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    _refuse_after_the_end(activity)
    if not activity.participations.exists():
        raise Refused(_("Chưa có đơn vị nào tham gia. Hãy thêm đơn vị rồi mời."))
    with transaction.atomic():
        activity.participations.filter(invited_at__isnull=True).update(invited_at=actor.at)
        tell(
            actor=actor, users_of=list(activity.participations.values_list("party_id", flat=True)),
            text=gettext_lazy("Mời tham dự: %(title)s"), words={"title": activity.title}, url=address_of(activity),
            key=f"activity.invited:{activity.pk}:{activity.sequence}", icon="mail-opened",
        )  # fmt: skip
        audit.record(actor, "programme.activity.invited", activity, party=activity.programme.lead_id)
        return jobs.start(
            actor=actor, kind="programme.invite", title=_("Gửi giấy mời: %(title)s") % {"title": activity.title},
            activity=str(activity.pk), sequence=activity.sequence,
        )  # fmt: skip


def answer_invitation(
    *, actor: Actor, activity: Activity, party: Party, answer: str, expected: int = 0, note: str = ""
) -> Participation:
    """Answer for one's party, or, as the lead, for a party that answered by telephone."""
    lead = activity.programme.lead_id
    if not actor.may(Permission.ACTIVITY_RUN, lead):
        require(actor, Permission.ACTIVITY_ANSWER, party=party)
    _refuse_after_the_end(activity)
    if answer not in Answer.values or answer == Answer.NONE:
        raise Refused(_("Hãy chọn tham dự, chưa chắc hoặc không tham dự."), field="answer")
    if not 0 <= expected <= MAX_PEOPLE:
        raise Refused(_("Số người dự kiến phải từ 0 đến 500."), field="expected")
    participation = _participation(activity, party)
    with transaction.atomic():
        before = {"answer": participation.answer, "expected": participation.expected}
        participation.answer, participation.note = answer, note[:300]
        participation.expected = expected if answer != Answer.NO else 0
        participation.answered_at, participation.answered_by_id = actor.at, actor.user_id
        participation.save(update_fields=["answer", "note", "expected", "answered_at", "answered_by"])
        after = {"answer": answer, "expected": participation.expected}
        audit.record(actor, "programme.participation.answered", participation, party=party, before=before, after=after)
    return participation


def send_attendees(*, actor: Actor, activity: Activity, party: Party, people: Sequence[Sent]) -> Participation:
    """Name the people one's party sends; only that party and the lead see them.

    Whoever stays on the list, by name, stays the same row: others may have a pass that names it.
    """
    if not actor.may(Permission.ACTIVITY_RUN, activity.programme.lead_id):
        require(actor, Permission.ACTIVITY_ANSWER, party=party)
    _refuse_after_the_end(activity)
    named = [one for one in people if one.name.strip()]
    if len(named) > MAX_PEOPLE:
        raise Refused(_("Danh sách có nhiều hơn 500 người. Hãy chia cho nhiều hoạt động."))
    participation = _participation(activity, party)
    with transaction.atomic():
        before = list(participation.attendees.all())
        new = []
        for one in named:
            row = next((row for row in before if row.name == one.name.strip()), None)
            if row is None:
                values = {"name": one.name.strip(), "position": one.position, "email": one.email}
                new.append(Attendee(participation=participation, **values))
                continue
            before.remove(row)
            if (row.position, row.email) != (one.position, one.email):
                Attendee.objects.filter(pk=row.pk).update(position=one.position, email=one.email)
        participation.attendees.filter(pk__in=[row.pk for row in before]).delete()
        Attendee.objects.bulk_create(new)
        audit.record(
            actor, "programme.participation.people_named", participation, party=party, after={"count": len(named)}
        )
    return participation


def record_attendance(
    *,
    actor: Actor,
    activity: Activity,
    party: Party,
    attended: bool,
    present: int = 0,
    present_ids: Iterable[UUID] = (),
) -> Participation:
    """Say whether a party came, with how many people, and which of those named."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    if activity.status not in (ActivityStatus.OPEN, ActivityStatus.HELD):
        raise Refused(_("Chỉ điểm danh khi hoạt động đang chuẩn bị hoặc đã diễn ra."))
    if not 0 <= present <= MAX_PEOPLE:
        raise Refused(_("Số người có mặt phải từ 0 đến 500."), field="present")
    participation = _participation(activity, party)
    ids = set(present_ids)
    with transaction.atomic():
        for attendee in participation.attendees.all():
            here = attended and attendee.pk in ids
            if attendee.present != here:
                Attendee.objects.filter(pk=attendee.pk).update(present=here)
        participation.attended = attended
        participation.present = max(present, len(ids)) if attended else 0
        participation.save(update_fields=["attended", "present"])
        after = {"attended": attended, "present": participation.present}
        audit.record(actor, "programme.participation.attended", participation, party=party, after=after)
    return participation


@dataclass(frozen=True, slots=True)
class Attendance:
    """What is recorded of one party: whether it came, with how many people, and which of those named."""

    party: Party
    attended: bool
    present: int = 0
    present_ids: frozenset[UUID] = frozenset()


def record_attendance_of_all(*, actor: Actor, activity: Activity, lines: Iterable[Attendance]) -> None:
    """Take attendance of several parties, all of them or, where one line is refused, none."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    with transaction.atomic():
        for line in lines:
            try:
                record_attendance(
                    actor=actor, activity=activity, party=line.party, attended=line.attended, present=line.present,
                    present_ids=line.present_ids,
                )  # fmt: skip
            except NotVisible:
                raise
            except Refused as refusal:
                raise Refused(f"{line.party.short_name}: {refusal}", field=refusal.field) from refusal


def take_reply(*, actor: Actor, activity: Activity, data: bytes) -> Participation:
    """Enter the answer that a calendar program sent (an ``.ics`` reply), for the party of the person who sent it.

    :raises Refused: no reply, of another activity, or of nobody who was invited
    """
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    try:
        uid, email, answer = read_answer(data)
    except (ValueError, KeyError) as problem:
        raise Refused(
            _("Tệp này không phải trả lời lịch (.ics). Hãy lưu tệp đính kèm của thư trả lời rồi gửi lại."), field="file"
        ) from problem
    if not uid.startswith(str(activity.pk)):
        raise Refused(_("Trả lời này là của hoạt động khác."), field="file")
    invited = activity.participations.values("party_id")
    seat = Membership.objects.filter(party_id__in=invited, user__email__iexact=email, ended_on__isnull=True).first()
    if seat is None:
        raise Refused(_("Không có người được mời nào dùng địa chỉ thư trong trả lời này."), field="file")
    expected = 1 if answer == Answer.YES else 0
    return answer_invitation(actor=actor, activity=activity, party=seat.party, answer=answer, expected=expected)
