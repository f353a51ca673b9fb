"""Sending a file of figures in, answering what only a person can answer, and throwing it away."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.sheets import SheetRefused
from phoihop.clauses.briefings.exchange import format_of
from phoihop.clauses.briefings.models import Report, ReportForm, ReportUpload, SheetMapping
from phoihop.clauses.briefings.queries.sheets.preview import read_upload
from phoihop.clauses.briefings.queries.sheets.uploads import parties_of, ways
from phoihop.clauses.briefings.reporting.standing import takes_figures
from phoihop.clauses.briefings.workbooks import Reading
from phoihop.clauses.briefings.workbooks.opening import LIMITS
from phoihop.people.models import Party
from phoihop.programme.models import Programme

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {
    "adx": "application/xml", "json": "application/json", "csv": "text/csv", "xlsx": XLSX,
    "xls": "application/vnd.ms-excel", "ods": "application/vnd.oasis.opendocument.spreadsheet",
}  # fmt: skip
MEGABYTE = 1 << 20
REMEMBERED = ("row|", "column|")  # what holds for the next files too
LONGEST = 300


def begin_upload(*, actor: Actor, report: Report, upload: UploadedFile[Any]) -> ReportUpload:
    """Take in a file for one report, to look at; none of its figures is in the report yet.

    :raises NotAllowed: the actor does not fill in for the party
    :raises Refused: the report takes no figures now, or the file cannot be opened
    """
    require(actor, Permission.FIGURES_FILL, party=report.party_id)
    if not takes_figures(report, actor.today):
        raise Refused(_("Báo cáo này hiện không nhận số liệu: đã nộp, chưa mở hoặc đã khóa. Hãy liên hệ Sở nếu cần."))
    round_ = report.round
    row = ReportUpload(party=report.party, programme=round_.programme, form=round_.version.form, round=round_)
    return _begin(actor, row, upload)


def begin_history(
    *, actor: Actor, programme: Programme, form: ReportForm, party: Party | None, upload: UploadedFile[Any]
) -> ReportUpload:
    """Take in a file of several periods, to look at: a party's own, or what a department brings in of the past.

    :param party: whose figures they are; None where the file names the parties, for the department alone
    :raises NotVisible: no such form in the programme for this person
    :raises Refused: the file cannot be opened
    """
    desk = actor.may(Permission.FIGURES_ASK, programme.lead_id)
    if desk:
        require(actor, Permission.FIGURES_ASK, party=programme.lead_id)
    else:
        if party is None:
            raise Refused(_("Hãy chọn đơn vị của số liệu trong tệp."), field="party")
        require(actor, Permission.FIGURES_FILL, party=party)
    if not any((way.programme, way.form) == (programme, form) for way in ways(actor=actor)):
        raise NotVisible
    if party is not None and party not in parties_of(actor=actor, programme=programme):
        raise NotVisible
    return _begin(actor, ReportUpload(party=party, programme=programme, form=form, by_department=desk), upload)


def _begin(actor: Actor, row: ReportUpload, upload: UploadedFile[Any]) -> ReportUpload:
    if upload.size is not None and upload.size > LIMITS.file_mb * MEGABYTE:
        raise Refused(_("Tệp lớn hơn 20 MB. Hãy chia thành nhiều tệp nhỏ hơn."), field="file")
    data = upload.read()
    row.created_at, row.plan = actor.at, {"answers": {}}
    row.uploaded_by_id, row.format = actor.user_id, format_of(data)
    try:
        reading, _form = read_upload(actor=actor, upload=row, data=data)
    except SheetRefused as problem:
        raise Refused(problem.text(get_language() or "vi"), field="file") from problem
    row.format = reading.kind
    with transaction.atomic():
        keeper = row.party_id if not row.by_department else None
        row.file = files.keep(actor, data, upload.name or "", row, party_id=keeper, media_type=TYPES[reading.kind])
        row.problems = told(reading)
        row.save(force_insert=True)
        after = {"name": row.file.name, "sha256": hashlib.sha256(data).hexdigest(), "format": row.format}
        audit.record(actor, "briefings.upload.previewed", row, party=_keeper(row), after=after)
    return row


def told(reading: Reading) -> list[str]:
    """The first errors, as they were told when the file came."""
    return [one.sentence("vi") for one in reading.problems if one.level == "error"][:100]


def _keeper(upload: ReportUpload) -> Any:
    """Whose doing it is: the department's where it brings figures in, the party's otherwise."""
    return upload.programme.lead_id if upload.by_department else upload.party_id


def require_side(actor: Actor, upload: ReportUpload) -> None:
    """Refuse who may not decide on a file.

    :raises NotAllowed: another party's, or the department's
    :raises Refused: it was decided on already
    """
    if upload.by_department:
        require(actor, Permission.FIGURES_ASK, party=upload.programme.lead_id)
    else:
        require(actor, Permission.FIGURES_FILL, party=upload.party)  # type: ignore[arg-type]
    if upload.taken_at is not None or upload.dropped_at is not None:
        raise Refused(_("Tệp này đã được xử lý rồi. Hãy gửi tệp mới nếu cần."))


def answer_questions(*, actor: Actor, upload: ReportUpload, answers: Mapping[str, str]) -> None:
    """Say what rows, columns, periods and units of a file mean; rows and columns are remembered for the next files.

    :param answers: key of a question → answer; an empty one takes an answer back
    """
    require_side(actor, upload)
    keeper = upload.party_id or upload.programme.lead_id
    with transaction.atomic():
        own = dict(upload.plan.get("answers", {}))
        for key, answer in answers.items():
            if key.startswith(REMEMBERED):
                _remember(keeper, upload, key[:LONGEST], answer)
            elif answer:
                own[key] = answer
            else:
                own.pop(key, None)
        upload.plan = {**upload.plan, "answers": own}
        upload.save(update_fields=["plan"])
        after = {"answers": len(answers)}
        audit.record(actor, "briefings.upload.answered", upload, party=_keeper(upload), after=after)


def _remember(keeper: Any, upload: ReportUpload, heading: str, target: str) -> None:
    known = SheetMapping.objects.filter(party_id=keeper, form_id=upload.form_id, heading=heading)
    if target:
        SheetMapping.objects.update_or_create(
            party_id=keeper, form_id=upload.form_id, heading=heading, defaults={"target": target[:80]}
        )
    else:
        known.delete()


def drop_upload(*, actor: Actor, upload: ReportUpload) -> None:
    """Throw a file away; no report changes.

    :raises Refused: it was decided on already
    """
    require_side(actor, upload)
    with transaction.atomic():
        if not ReportUpload.objects.filter(pk=upload.pk, taken_at=None, dropped_at=None).update(dropped_at=actor.at):
            raise Refused(_("Tệp này đã được xử lý rồi. Hãy gửi tệp mới nếu cần."))
        upload.dropped_at = actor.at
        audit.record(actor, "briefings.upload.dropped", upload, party=_keeper(upload))
