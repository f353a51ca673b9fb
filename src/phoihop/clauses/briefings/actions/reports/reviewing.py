"""What the department does with a report: send it back with remarks, accept it, open it again, give more time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.briefings.actions.reports.cells import places_of
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import (
    REPORT_TRANSITIONS,
    CellRemark,
    Report,
    ReportStatus,
    ReportValue,
    RoundStatus,
    ValueEdition,
)
from phoihop.notices.actions import tell


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of one figure."""

    cell: Cell
    text: str


def _reviewed(actor: Actor, report: Report) -> Report:
    """The report, locked for this transaction, for the department that reviews it."""
    require(actor, Permission.FIGURES_ASK, party=report.round.programme.lead_id)
    locked = Report.objects.select_for_update(of=("self",)).select_related("round__version", "round__programme")
    return locked.get(pk=report.pk)


def send_back(*, actor: Actor, report: Report, reason: str, remarks: Sequence[Remark] = ()) -> Report:
    """Send a report back, with a reason and remarks on single figures; the party corrects it and submits again.

    :raises Refused: there is no word of what is wrong, or the form has no such cell
    """
    require(actor, Permission.FIGURES_ASK, party=report.round.programme.lead_id)
    said = [remark for remark in remarks if remark.text.strip()]
    if not reason.strip() and not said:
        raise Refused(_("Hãy nêu điều cần sửa: ý kiến chung hoặc nhận xét ở từng ô."), field="reason")
    with transaction.atomic():
        row = _reviewed(actor, report)
        if row.status != ReportStatus.SUBMITTED:
            raise Refused(_("Chỉ trả lại được báo cáo đã nộp và chưa tiếp nhận. Hãy tải lại trang."))
        _remark(actor, row, said)
        move(row, ReportStatus.RETURNED, REPORT_TRANSITIONS, reason=reason.strip(), returned_at=actor.at)
        audit.record(actor, "briefings.report.sent_back", row, party=row.party_id, after={"remarks": len(said)})
        words = gettext_lazy("Sở trả lại báo cáo %(round)s để chỉnh sửa. Hãy xem nhận xét, sửa rồi nộp lại.")
        _tell(actor, row, words, "returned")
    return row


def _remark(actor: Actor, report: Report, remarks: Sequence[Remark]) -> None:
    places = places_of(report, [remark.cell for remark in remarks])
    CellRemark.objects.bulk_create(
        CellRemark(
            report=report, indicator_id=indicator, code_id=code, text=remark.text.strip()[:500],
            written_by_id=actor.user_id,
        )
        for remark, (indicator, code) in zip(remarks, places, strict=True)
    )  # fmt: skip


def accept_report(*, actor: Actor, report: Report) -> Report:
    """Accept a report: its figures are locked and kept as the next edition, its remarks are settled.

    :raises WrongState: it was not handed in
    """
    require(actor, Permission.FIGURES_ASK, party=report.round.programme.lead_id)
    with transaction.atomic():
        row = _reviewed(actor, report)
        edition = row.edition + 1
        move(
            row, ReportStatus.ACCEPTED, REPORT_TRANSITIONS, edition=edition, accepted_at=actor.at,
            accepted_by_id=actor.user_id, reason="",
        )  # fmt: skip
        ValueEdition.objects.bulk_create(
            ValueEdition(
                report=row, edition=edition, indicator_id=one.indicator_id, code_id=one.code_id, value=one.value,
                estimate=one.estimate,
            )
            for one in ReportValue.objects.filter(report=row)
        )  # fmt: skip
        CellRemark.objects.filter(report=row, settled_at__isnull=True).update(settled_at=actor.at)
        audit.record(actor, "briefings.report.accepted", row, party=row.party_id, after={"edition": edition})
        _tell(actor, row, gettext_lazy("Sở đã tiếp nhận báo cáo %(round)s."), f"accepted:{edition}")
    return row


def reopen_report(*, actor: Actor, report: Report, reason: str) -> Report:
    """Open an accepted report for a correction; the accepted edition stays as it is.

    :raises Refused: no reason is given
    :raises WrongState: it was not accepted
    """
    require(actor, Permission.FIGURES_ASK, party=report.round.programme.lead_id)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do mở lại báo cáo đã tiếp nhận."), field="reason")
    with transaction.atomic():
        row = _reviewed(actor, report)
        if row.status != ReportStatus.ACCEPTED:
            raise Refused(_("Chỉ mở lại được báo cáo đã tiếp nhận. Hãy tải lại trang."))
        move(row, ReportStatus.RETURNED, REPORT_TRANSITIONS, reason=reason.strip(), returned_at=actor.at)
        audit.record(
            actor, "briefings.report.reopened", row, party=row.party_id,
            after={"edition": row.edition, "reason": reason.strip()},
        )  # fmt: skip
        words = gettext_lazy("Sở mở lại báo cáo %(round)s để đính chính. Số đã tiếp nhận vẫn được giữ.")
        _tell(actor, row, words, f"reopened:{row.edition}")
    return row


def extend_report(*, actor: Actor, report: Report, until: dt.date) -> Report:
    """Let a party submit until a later day than the round's lock.

    :raises Refused: the day is past or not after the lock, the round is over, or the report is in already
    """
    require(actor, Permission.FIGURES_ASK, party=report.round.programme.lead_id)
    with transaction.atomic():
        row = _reviewed(actor, report)
        if row.round.status != RoundStatus.OPEN or row.status != ReportStatus.DRAFT:
            raise Refused(_("Chỉ gia hạn được báo cáo chưa nộp của đợt đang mở."))
        if until < actor.today or until <= row.round.lock_on:
            raise Refused(_("Ngày gia hạn phải từ hôm nay trở đi và sau ngày khóa của đợt."), field="until")
        Report.objects.filter(pk=row.pk).update(extended_until=until)
        audit.record(actor, "briefings.report.extended", row, party=row.party_id, after={"until": until})
        row.extended_until = until
        words = gettext_lazy("Sở gia hạn nộp báo cáo %(round)s đến %(day)s.")
        _tell(actor, row, words, f"extended:{until}", day=f"{until:%d/%m/%Y}")
    return row


def remind_parties(*, actor: Actor, reports: Sequence[Report]) -> int:
    """Remind the people of parties whose report is missing, once a day; returns how many people were told."""
    told = 0
    with transaction.atomic():
        for report in reports:
            require(actor, Permission.FIGURES_ASK, party=report.round.programme.lead_id)
            words = gettext_lazy("Sở nhắc: báo cáo %(round)s chưa nộp, hạn nộp %(day)s.")
            day = f"{report.round.due_on:%d/%m/%Y}"
            told += _tell(actor, report, words, f"reminded:{actor.today}", day=day)
            audit.record(actor, "briefings.report.reminded", report, party=report.party_id)
    return told


def _tell(actor: Actor, report: Report, text: object, what: str, **words: object) -> int:
    return tell(
        actor=actor, users_of=[report.party_id], text=text, words={"round": report.round.title, **words},
        url=reverse("briefings:report_detail", args=[report.pk]), key=f"briefings.report.{what}:{report.pk}",
        icon="report-analytics", permission=Permission.FIGURES_FILL,
    )  # fmt: skip
