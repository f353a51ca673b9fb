"""Gather, circulate, confirm or object once, freeze; later changes are addenda."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused, Stale
from phoihop.base.transitions import move
from phoihop.notices.actions import tell
from phoihop.people.models import Party
from phoihop.programme import gathering
from phoihop.programme.actions.report.facts import facts_of
from phoihop.programme.models import (
    REPORT_TRANSITIONS,
    Plan,
    PlanStatus,
    ProgrammeParty,
    ReportAddendum,
    ReportAnswer,
    ReportStatus,
    YearReport,
)


def _participants(report: YearReport) -> set[str]:
    return set(report.content.get("parties", {}))


def lock(report: YearReport) -> None:
    """Hold a report as the database has it now, so that an answer and the seal cannot cross."""
    fields = ["status", "content", "remarks", "confirm_by", "checksum", "paper"]
    report.refresh_from_db(fields=fields, from_queryset=YearReport.objects.select_for_update())


def gather_report(*, actor: Actor, plan: Plan, period: str) -> YearReport:
    """Gather the figures anew; a draft can be gathered as often as wanted.

    :raises Refused: the plan is not agreed, or the report is no draft any more
    """
    require(actor, Permission.REPORT_GATHER, party=plan.programme.lead_id)
    if plan.status != PlanStatus.FROZEN:
        raise Refused(_("Kế hoạch năm chưa được thống nhất nên chưa tổng hợp được."))
    with transaction.atomic():
        report, _new = YearReport.objects.select_for_update().get_or_create(
            plan=plan, period=period, defaults={"programme": plan.programme, "year": plan.year}
        )
        if report.status != ReportStatus.DRAFT:
            raise Refused(
                _(
                    "Báo cáo đã gửi các bên nên không tổng hợp lại được. "
                    "Hãy xử lý ý kiến của từng bên, hoặc thêm phụ lục."
                )
            )
        report.content = gathering.gather(facts_of(actor, plan, period))
        report.gathered_at = actor.at
        report.save(update_fields=["content", "gathered_at"])
        audit.record(actor, "programme.report.gathered", report, party=plan.programme.lead_id)
    return report


def write_remarks(*, actor: Actor, report: YearReport, remarks: str) -> YearReport:
    """The department's appraisal, in the part that all read."""
    require(actor, Permission.REPORT_GATHER, party=report.programme.lead_id)
    with transaction.atomic():
        lock(report)
        if report.status == ReportStatus.FROZEN:
            raise Refused(_("Báo cáo đã chốt. Hãy thêm phụ lục thay vì sửa."))
        before, report.remarks = report.remarks, remarks.strip()
        report.save(update_fields=["remarks"])
        audit.record(
            actor,
            "programme.report.remarked",
            report,
            party=report.programme.lead_id,
            before={"remarks": before},
            after={"remarks": report.remarks},
        )
    return report


def circulate_report(*, actor: Actor, report: YearReport, confirm_by: dt.date) -> YearReport:
    """Give every party its part, to confirm or object to once."""
    require(actor, Permission.REPORT_GATHER, party=report.programme.lead_id)
    if confirm_by < actor.today:
        raise Refused(_("Hạn xác nhận phải từ hôm nay trở đi."), field="confirm_by")
    with transaction.atomic():
        move(report, ReportStatus.CIRCULATED, REPORT_TRANSITIONS, confirm_by=confirm_by)
        audit.record(actor, "programme.report.circulated", report, party=report.programme.lead_id)
        tell(
            actor=actor,
            users_of=joined(report),
            permission=Permission.REPORT_CONFIRM,
            text=gettext_lazy("Đề nghị xác nhận số liệu: %(report)s"),
            words={"report": report},
            key=f"report.circulated:{report.pk}",
            url=reverse("programme:report_detail", args=[report.pk]),
            icon="report",
        )
    return report


def joined(report: YearReport) -> list[UUID]:
    """The parties of the report that belong to the programme."""
    rows = ProgrammeParty.objects.filter(programme_id=report.programme_id).values_list("party_id", flat=True)
    return [party for party in rows if str(party) in _participants(report)]


def answer_report(
    *, actor: Actor, report: YearReport, party: Party, confirms: bool, objection: str = ""
) -> ReportAnswer:
    """Confirm one's figures, or say what is wrong; once.

    :raises Stale: somebody of the party answered already
    """
    require(actor, Permission.REPORT_CONFIRM, party=party)
    if str(party.pk) not in _participants(report):
        raise NotVisible
    if not confirms and not objection.strip():
        raise Refused(_("Hãy nêu số liệu nào chưa đúng và số đúng là bao nhiêu."), field="objection")
    with transaction.atomic():
        lock(report)
        if report.status != ReportStatus.CIRCULATED:
            raise Refused(
                _("Báo cáo hiện không ở bước lấy xác nhận. Hãy mở lại trang báo cáo để xem việc cần làm tiếp.")
            )
        answer, new = ReportAnswer.objects.get_or_create(
            report=report,
            party=party,
            defaults={
                "confirms": confirms,
                "objection": "" if confirms else objection.strip(),
                "author_id": actor.user_id,
                "answered_at": actor.at,
            },
        )
        if not new:
            raise Stale
        event = "programme.report.confirmed" if confirms else "programme.report.objected"
        audit.record(actor, event, answer, party=party, after={"objection": answer.objection})
    return answer


def resolve_objection(*, actor: Actor, report: YearReport, party: Party, resolution: str) -> ReportAnswer:
    """Say how an objection was dealt with; the party's own part is gathered anew, as its figures may be mended.

    The part of all stays as the others confirmed it.
    """
    require(actor, Permission.REPORT_GATHER, party=report.programme.lead_id)
    if not resolution.strip():
        raise Refused(_("Hãy ghi cách xử lý; đơn vị nêu ý kiến sẽ đọc được."), field="resolution")
    answer = report.answers.select_related("party").filter(party=party, confirms=False).first()
    if answer is None:
        raise NotVisible
    with transaction.atomic():
        lock(report)
        if report.status != ReportStatus.CIRCULATED:
            raise Refused(
                _("Báo cáo hiện không ở bước lấy xác nhận. Hãy mở lại trang báo cáo để xem việc cần làm tiếp.")
            )
        fresh = gathering.gather(facts_of(actor, report.plan, report.period))
        report.content["parties"][str(party.pk)] = fresh["parties"][str(party.pk)]
        report.save(update_fields=["content"])
        answer.resolution = resolution.strip()
        answer.save(update_fields=["resolution"])
        audit.record(
            actor, "programme.report.objection_resolved", answer, party=party, after={"resolution": resolution}
        )
        tell(
            actor=actor,
            users_of=[party.pk],
            text=gettext_lazy("Sở đã trả lời ý kiến về báo cáo %(report)s"),
            words={"report": report},
            url=reverse("programme:report_detail", args=[report.pk]),
            key=f"report.resolved:{answer.pk}",
            icon="report",
        )
    return answer


def freeze_report(*, actor: Actor, report: YearReport) -> YearReport:
    """Seal the report, once all have answered or the day has passed, and every objection is resolved."""
    require(actor, Permission.REPORT_FREEZE, party=report.programme.lead_id)
    with transaction.atomic():
        lock(report)
        _require_settled(actor, report)
        content, parts, checksum = gathering.seal(report.content, report.remarks)
        values: dict[str, Any] = {
            "content": content,
            "part_checksums": parts,
            "checksum": checksum,
            "frozen_at": actor.at,
        }
        move(report, ReportStatus.FROZEN, REPORT_TRANSITIONS, **values)
        audit.record(
            actor, "programme.report.frozen", report, party=report.programme.lead_id, after={"checksum": checksum}
        )
        tell(
            actor=actor,
            users_of=joined(report),
            text=gettext_lazy("Đã chốt %(report)s"),
            words={"report": report},
            url=reverse("programme:report_detail", args=[report.pk]),
            key=f"report.frozen:{report.pk}",
            icon="report",
        )
    return report


def _require_settled(actor: Actor, report: YearReport) -> None:
    """Refuse while a party may still answer, or an objection waits for its resolution."""
    answers = {str(answer.party_id): answer for answer in report.answers.all()}
    silent = _participants(report) - set(answers)
    if silent and (report.confirm_by is None or report.confirm_by >= actor.today):
        raise Refused(_("Còn đơn vị chưa xác nhận và chưa quá hạn. Hãy nhắc các đơn vị hoặc chờ hết hạn."))
    if any(not answer.confirms and not answer.resolution for answer in answers.values()):
        raise Refused(_("Còn ý kiến chưa thống nhất chưa được xử lý. Hãy ghi cách xử lý trước khi chốt."))


def add_addendum(*, actor: Actor, report: YearReport, text: str, party: Party | None = None) -> ReportAddendum:
    """Correct or add after freezing; the frozen report stays as it was.

    :param party: whose part it belongs to; None: everyone reads it
    """
    require(actor, Permission.REPORT_FREEZE, party=report.programme.lead_id)
    if report.status != ReportStatus.FROZEN:
        raise Refused(_("Báo cáo chưa chốt: hãy sửa số liệu rồi tổng hợp lại thay vì thêm phụ lục."))
    if not text.strip():
        raise Refused(_("Hãy ghi nội dung bổ sung, đính chính."), field="text")
    with transaction.atomic():
        YearReport.objects.select_for_update().get(pk=report.pk)
        number = report.addenda.count() + 1
        addendum = ReportAddendum.objects.create(
            report=report,
            number=number,
            text=text.strip(),
            party=party,
            author_id=actor.user_id,
            checksum=gathering.addendum_checksum(report.checksum, number, text.strip()),
        )
        audit.record(actor, "programme.report.addendum", addendum, party=party or report.programme.lead_id)
    return addendum
