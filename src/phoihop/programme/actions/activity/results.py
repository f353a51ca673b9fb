"""What came of an activity: minutes, figures, files."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.people.models import Party
from phoihop.programme.models import Activity, ActivityStatus, Evidence, Outcome, ProgrammeParty

OPEN_FOR_RESULTS = (ActivityStatus.OPEN, ActivityStatus.HELD)


def _refuse_closed(activity: Activity) -> None:
    if activity.status == ActivityStatus.CLOSED:
        raise Refused(
            _(
                "Hoạt động đã kết thúc nên kết quả không đổi được. Hãy nhờ đơn vị chủ trì mở lại hoạt động; "
                "nếu báo cáo đã chốt thì ghi vào phụ lục của báo cáo."
            )
        )
    if activity.status not in OPEN_FOR_RESULTS:
        raise Refused(_("Chỉ ghi kết quả khi hoạt động đang chuẩn bị hoặc đã diễn ra."))


def _hold_open(activity: Activity) -> None:
    """Refuse what is closed, and keep it from being closed until the transaction ends."""
    activity.refresh_from_db(fields=["status"], from_queryset=Activity.objects.select_for_update())
    _refuse_closed(activity)


def record_minutes(*, actor: Actor, activity: Activity, minutes: str, secretary: str = "") -> Activity:
    """Write down what happened and what was concluded."""
    require(actor, Permission.ACTIVITY_RUN, party=activity.programme.lead_id)
    with transaction.atomic():
        _hold_open(activity)
        before = {"minutes": activity.minutes}
        activity.minutes, activity.secretary = minutes.strip(), secretary.strip()
        activity.save(update_fields=["minutes", "secretary", "changed_at"])
        audit.record(
            actor, "programme.activity.minuted", activity, party=activity.programme.lead_id, before=before,
            after={"minutes": activity.minutes},
        )  # fmt: skip
    return activity


def record_outcome(
    *,
    actor: Actor,
    activity: Activity,
    label: str,
    unit: str,
    value: Decimal,
    party: Party | None = None,
    note: str = "",
) -> Outcome:
    """Record a figure of the whole activity (the lead), or of one party (that party or the lead).

    The same party, label and unit again corrects the figure.

    :param party: whose figure; None: of all together, open to every participant
    """
    lead = activity.programme.lead_id
    if party is None:
        require(actor, Permission.ACTIVITY_RUN, party=lead)
    elif not actor.may(Permission.ACTIVITY_RUN, lead):
        require(actor, Permission.OUTCOME_RECORD, party=party)
    if value < 0:
        raise Refused(_("Kết quả không thể là số âm."), field="value")
    if party is not None and not _takes_part(activity, party):
        raise Refused(_("Đơn vị này không tham gia chương trình."), field="party")
    with transaction.atomic():
        _hold_open(activity)
        old = Outcome.objects.filter(activity=activity, party=party, label=label.strip(), unit=unit.strip()).first()
        outcome, _new = Outcome.objects.update_or_create(
            activity=activity, party=party, label=label.strip(), unit=unit.strip(),
            defaults={"value": value, "note": note[:300], "recorded_by_id": actor.user_id},
        )  # fmt: skip
        audit.record(
            actor, "programme.outcome.recorded", outcome, party=party or lead,
            before={"value": old.value} if old else None, after={"value": value},
        )  # fmt: skip
    return outcome


def _takes_part(activity: Activity, party: Party) -> bool:
    if party.pk == activity.programme.lead_id:
        return True
    return ProgrammeParty.objects.filter(programme_id=activity.programme_id, party=party).exists()


def remove_outcome(*, actor: Actor, activity: Activity, pk: UUID) -> None:
    """Take a wrong figure out; the history keeps it."""
    outcome = activity.outcomes.filter(pk=pk).select_related("party").first()
    lead = activity.programme.lead_id
    runs = actor.may(Permission.ACTIVITY_RUN, lead)
    if outcome is None or (not runs and outcome.party_id not in actor.party_ids):
        raise NotVisible
    if not runs:
        require(actor, Permission.OUTCOME_RECORD, party=outcome.party_id or lead)
    with transaction.atomic():
        _hold_open(activity)
        audit.record(
            actor, "programme.outcome.removed", outcome, party=outcome.party_id or lead, before={"value": outcome.value}
        )
        outcome.delete()


def add_evidence(
    *, actor: Actor, activity: Activity, party: Party, upload: UploadedFile[Any], caption: str, for_all: bool = False
) -> Evidence:
    """Hang a file or picture on the activity; others see it only where ``for_all``."""
    require(actor, Permission.EVIDENCE_ADD, party=party)
    if not _takes_part(activity, party):
        raise NotAllowed
    if activity.status == ActivityStatus.CANCELLED:
        raise Refused(_("Hoạt động đã hủy nên không nhận minh chứng."))
    if not caption.strip():
        raise Refused(_("Hãy ghi chú thích: ảnh hoặc tệp này cho thấy điều gì."), field="caption")
    with transaction.atomic():
        evidence = Evidence(activity=activity, party=party, caption=caption.strip()[:300], for_all=for_all)
        evidence.file = files.keep_upload(actor, upload, evidence)
        evidence.save(force_insert=True)
        audit.record(
            actor, "programme.evidence.added", evidence, party=party,
            after={"file": evidence.file.name, "sha256": evidence.file.sha256, "for_all": for_all},
        )  # fmt: skip
    return evidence


def remove_evidence(*, actor: Actor, activity: Activity, pk: UUID) -> None:
    """Take one's own evidence back; the history keeps its name and checksum."""
    evidence = activity.evidence.filter(pk=pk).select_related("file", "party").first()
    if evidence is None or evidence.party_id not in actor.party_ids:
        raise NotVisible
    require(actor, Permission.EVIDENCE_ADD, party=evidence.party)
    if activity.status == ActivityStatus.CLOSED:
        raise Refused(_("Hoạt động đã kết thúc nên minh chứng được giữ nguyên."))
    with transaction.atomic():
        audit.record(
            actor, "programme.evidence.removed", evidence, party=evidence.party, before={"sha256": evidence.file.sha256}
        )
        stored = evidence.file
        evidence.delete()
        stored.delete()
        transaction.on_commit(lambda: stored.content.delete(save=False))
