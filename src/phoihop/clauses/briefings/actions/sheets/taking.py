"""Taking a file of figures over into reports: whole, or not at all."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phoihop.base import audit, jobs
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused, Stale
from phoihop.base.models import Job
from phoihop.base.sheets import SheetRefused
from phoihop.clauses.briefings.actions.reports.filling import open_report, record_filling
from phoihop.clauses.briefings.actions.reports.rounds import Dates, draft_round, open_round
from phoihop.clauses.briefings.actions.sheets.uploading import require_side
from phoihop.clauses.briefings.models import Report, ReportStatus, ReportUpload, ReportValue, ValueSource
from phoihop.clauses.briefings.queries.forms.shapes import version_for
from phoihop.clauses.briefings.queries.sheets.preview import Part, Preview, preview

JOB = "briefings.figures"
AT_ONCE = 2000  # figures that a page waits for; more are taken over by a worker
BATCH = 500
DUE_DAYS, LOCK_DAYS = 30, 60  # for parties to confirm what the department brought in of the past
FIELDS = ["value", "typed", "estimate", "source", "version", "changed_by", "changed_at"]


class NotTakeable(Refused):
    """The file has errors, open questions, or no figures that are not there already."""


def take_upload(*, actor: Actor, upload: ReportUpload, token: str) -> Job | int:
    """Take a file over; a large one by a job.

    :param token: of the preview that the person saw
    :return: how many figures were written, or the job that writes them
    :raises NotTakeable: it has errors: nothing is taken by halves
    :raises Stale: something was typed since the preview
    """
    require_side(actor, upload)
    found = _seen(actor, upload, token)
    if found.figures <= AT_ONCE:
        return take_now(actor=actor, upload=upload, token=token)
    title = _("Ghi số liệu từ tệp %(name)s") % {"name": upload.file.name}
    with transaction.atomic():
        return jobs.start(actor=actor, kind=JOB, title=title, upload=str(upload.pk), token=token)


def _seen(actor: Actor, upload: ReportUpload, token: str) -> Preview:
    try:
        found = preview(actor=actor, upload=upload)
    except SheetRefused as problem:
        raise NotTakeable(problem.text(get_language() or "vi")) from problem
    if found.reading.errors or found.reading.questions:
        raise NotTakeable(_("Tệp còn lỗi hoặc câu hỏi chưa trả lời nên chưa ghi được số nào."))
    if not found.takeable:
        raise NotTakeable(_("Không có số nào khác với số đã có trên hệ thống."))
    if found.token != token:
        raise Stale(_("Số liệu trên hệ thống đã thay đổi sau khi xem trước. Hãy xem lại các thay đổi rồi ghi."))
    return found


def take_now(*, actor: Actor, upload: ReportUpload, token: str) -> int:
    """Take a file over in one transaction; returns how many figures were written."""
    require_side(actor, upload)
    with transaction.atomic():
        held = ReportUpload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
        if held.taken_at is not None or held.dropped_at is not None:
            raise Refused(_("Tệp này đã được xử lý rồi. Hãy gửi tệp mới nếu cần."))
        _hold(upload)
        found = _seen(actor, upload, token)
        try:
            count = sum(_take(actor, upload, part) for part in found.parts)
        except IntegrityError as problem:
            raise Stale from problem
        ReportUpload.objects.filter(pk=upload.pk).update(taken_at=actor.at, plan={**upload.plan, "written": count})
        upload.taken_at, upload.plan = actor.at, {**upload.plan, "written": count}
        keeper = upload.programme.lead_id if upload.by_department else upload.party_id
        after = {"written": count, "periods": [part.period.code for part in found.parts]}
        audit.record(actor, "briefings.upload.taken", upload, party=keeper, after=after)
    return count


def _hold(upload: ReportUpload) -> None:
    """Hold the figures that may be touched, so that nothing is typed between looking and writing."""
    reports = Report.objects.filter(round__programme=upload.programme, round__version__form=upload.form)
    if upload.party_id is not None:
        reports = reports.filter(party_id=upload.party_id)
    if upload.round_id is not None:
        reports = reports.filter(round_id=upload.round_id)
    held = list(reports.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    values = ReportValue.objects.select_for_update(of=("self",)).filter(report_id__in=held).order_by("pk")
    list(values.values_list("pk", flat=True))


def _take(actor: Actor, upload: ReportUpload, part: Part) -> int:
    source = ValueSource.EXCHANGE if upload.format in ("adx", "json") else ValueSource.SHEET
    report = _report_of_past(actor, upload, part) if upload.by_department else _own(actor, part)
    new: list[ReportValue] = []
    moved: list[ReportValue] = []
    for change in part.changes:
        if change.kind == "same":
            continue
        row = change.old
        if row is None:
            row = ReportValue(report=report, indicator_id=change.ids[0], code_id=change.ids[1], version=0)
            new.append(row)
        else:
            moved.append(row)
        row.value, row.typed, row.estimate = change.figure.value, "", change.estimate
        row.source, row.version = source, row.version + 1
        row.changed_by_id, row.changed_at = actor.user_id, actor.at
    ReportValue.objects.bulk_create(new, batch_size=BATCH)
    ReportValue.objects.bulk_update(moved, FIELDS, batch_size=BATCH)
    if new or moved:
        record_filling(actor, report, (one.figure.cell for one in part.changes if one.kind != "same"), source)
    return len(new) + len(moved)


def _own(actor: Actor, part: Part) -> Report:
    if part.report is None:
        raise Stale
    return open_report(actor, part.report)


def _report_of_past(actor: Actor, upload: ReportUpload, part: Part) -> Report:
    """The draft of a past period that the department fills for a party, which still looks at it and submits it."""
    require(actor, Permission.FIGURES_ASK, party=upload.programme.lead_id)
    report = part.report
    if report is None:
        report = _opened(actor, upload, part)
    if report.status != ReportStatus.DRAFT or report.first_submitted_at is not None:
        raise Stale
    return report


def _opened(actor: Actor, upload: ReportUpload, part: Part) -> Report:
    """The report in a period that is opened for it, or was a moment ago for another party of the same file."""
    wanted = Report.objects.filter(
        round__programme=upload.programme, round__version__form=upload.form, round__period=part.period.code,
        round__status="open", party=part.party,
    ).select_related("round__version__form", "round__programme", "party")  # fmt: skip
    known = wanted.first()
    if known is not None:
        return known
    version = version_for(upload.form, part.period.ends_on)
    if version is None:
        raise Stale
    today = actor.today
    dates = Dates(today, today + dt.timedelta(days=DUE_DAYS), today + dt.timedelta(days=LOCK_DAYS))
    row = draft_round(actor=actor, programme=upload.programme, version=version, period=part.period, dates=dates)
    open_round(actor=actor, round_=row)
    found = wanted.first()
    if found is None:
        words = _("%(party)s không phải báo cáo trong đợt %(period)s. Hãy bỏ phần này khỏi tệp.")
        raise NotTakeable(words % {"party": part.party.short_name, "period": part.period.label})
    return found
