"""Asking for reports: a round is drafted, opened, closed, opened again, or cancelled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.briefings.models import (
    ROUND_TRANSITIONS,
    FormStatus,
    FormVersion,
    Report,
    ReportRound,
    ReportStatus,
    RoundStatus,
)
from phoihop.clauses.briefings.queries.reports.rounds import parties_to_ask
from phoihop.clauses.briefings.reporting.periods import Period
from phoihop.notices.actions import tell
from phoihop.programme.models import Activity, Programme


@dataclass(frozen=True, slots=True)
class Dates:
    """When a round takes reports: from, until in time, until at all."""

    opens_on: dt.date
    due_on: dt.date
    lock_on: dt.date


def usual_dates(version: FormVersion, period: Period) -> Dates:
    """The dates that follow from the form: so many days after the period's end."""
    due = period.ends_on + dt.timedelta(days=version.due_days)
    lock = period.ends_on + dt.timedelta(days=version.lock_days)
    return Dates(min(due, period.ends_on + dt.timedelta(days=1)), due, lock)


def title_of(version: FormVersion, period: Period) -> str:
    """How a round is called: the period, and the form, for several forms are asked for one period."""
    return f"{period.label[:1].upper()}{period.label[1:]} ({version.form.code})"


def draft_round(
    *,
    actor: Actor,
    programme: Programme,
    version: FormVersion,
    period: Period,
    title: str = "",
    dates: Dates | None = None,
    activity: Activity | None = None,
) -> ReportRound:
    """Prepare a round; nobody is asked yet.

    :param title: the period in words where none is given
    :param dates: those of the form where none are given
    :raises Refused: the version is no published one of this department, covers other periods, or was asked already
    """
    require(actor, Permission.FIGURES_ASK, party=programme.lead_id)
    if version.form.regulator_id != programme.lead_id or version.status != FormStatus.PUBLISHED:
        raise Refused(_("Chỉ mở được đợt báo cáo theo biểu đang áp dụng của Sở. Hãy chọn biểu khác."), field="version")
    if version.period_type != period.type:
        raise Refused(_("Biểu này dùng cho kỳ báo cáo khác. Hãy chọn kỳ đúng với biểu."), field="period")
    with transaction.atomic():
        Programme.objects.select_for_update().get(pk=programme.pk)  # of two at once the second finds the first
        known = ReportRound.objects.filter(programme=programme, version__form=version.form, period=period.code)
        if known.exclude(status=RoundStatus.CANCELLED).exists():
            raise Refused(_("Đã có đợt báo cáo cho kỳ này. Hãy mở đợt đã có."), field="period")
        row = ReportRound.objects.create(
            programme=programme, version=version, activity=activity, period=period.code,
            title=title or title_of(version, period),
            starts_on=period.starts_on, ends_on=period.ends_on, **asdict(dates or usual_dates(version, period)),
        )  # fmt: skip
        audit.record(actor, "briefings.round.drafted", row, party=programme.lead_id, after={"period": period.code})
    return row


def edit_round(*, actor: Actor, round_: ReportRound, title: str, dates: Dates) -> ReportRound:
    """Change the title and the dates; of an open round the parties are told.

    :raises Refused: the round is over, or its dates are out of order
    """
    require(actor, Permission.FIGURES_ASK, party=round_.programme.lead_id)
    if round_.status not in (RoundStatus.DRAFT, RoundStatus.OPEN):
        raise Refused(_("Đợt báo cáo đã kết thúc. Hãy mở lại đợt trước khi sửa."))
    before = {"title": round_.title, **asdict(Dates(round_.opens_on, round_.due_on, round_.lock_on))}
    after = {"title": title, **asdict(dates)}
    try:
        with transaction.atomic():
            ReportRound.objects.filter(pk=round_.pk).update(**after)
            audit.record(
                actor, "briefings.round.edited", round_, party=round_.programme.lead_id, before=before, after=after
            )
    except IntegrityError as error:
        raise Refused(_("Các ngày phải theo thứ tự: mở, hạn nộp, khóa."), field="due_on") from error
    round_.refresh_from_db(fields=list(after))
    if round_.status == RoundStatus.OPEN and before["due_on"] != round_.due_on:
        words = gettext_lazy("Hạn nộp báo cáo %(round)s đổi thành %(day)s.")
        _tell(actor, round_, words, f"due:{round_.due_on}", {"day": f"{round_.due_on:%d/%m/%Y}"})
    return round_


def open_round(*, actor: Actor, round_: ReportRound) -> ReportRound:
    """Ask: a report for each party of the form that takes part, and a word to its people.

    :raises Refused: nobody would have to report
    """
    require(actor, Permission.FIGURES_ASK, party=round_.programme.lead_id)
    parties = parties_to_ask(actor=actor, round_=round_)
    if not parties:
        raise Refused(_("Không có đơn vị nào phải báo cáo theo biểu này. Hãy chọn đơn vị trong biểu mẫu trước."))
    with transaction.atomic():
        move(round_, RoundStatus.OPEN, ROUND_TRANSITIONS, opened_at=round_.opened_at or actor.at, closed_at=None)
        _make_reports(round_, [party.pk for party in parties])
        audit.record(
            actor, "briefings.round.opened", round_, party=round_.programme.lead_id, after={"reports": len(parties)}
        )
        _tell(actor, round_, gettext_lazy("Sở đề nghị báo cáo số liệu %(round)s, hạn nộp %(day)s."), "opened",
              {"day": f"{round_.due_on:%d/%m/%Y}"})  # fmt: skip
    return round_


def _make_reports(round_: ReportRound, parties: Iterable[UUID]) -> None:
    known = set(Report.objects.filter(round=round_).values_list("party_id", flat=True))
    Report.objects.bulk_create(Report(round=round_, party_id=party) for party in parties if party not in known)


def close_round(*, actor: Actor, round_: ReportRound) -> ReportRound:
    """End a round; reports that did not come stay missing, those that came and were not settled hold it open.

    :raises Refused: a report waits for the department
    """
    require(actor, Permission.FIGURES_ASK, party=round_.programme.lead_id)
    with transaction.atomic():
        if any(report.status == ReportStatus.SUBMITTED for report in _held(round_)):
            raise Refused(_("Còn báo cáo đã nộp chưa được xem. Hãy tiếp nhận hoặc trả lại trước khi chốt."))
        move(round_, RoundStatus.CLOSED, ROUND_TRANSITIONS, closed_at=actor.at)
        audit.record(actor, "briefings.round.closed", round_, party=round_.programme.lead_id)
    return round_


def cancel_round(*, actor: Actor, round_: ReportRound) -> ReportRound:
    """Give up a round, before anybody submitted.

    :raises Refused: a report came already
    """
    require(actor, Permission.FIGURES_ASK, party=round_.programme.lead_id)
    opened = round_.status == RoundStatus.OPEN
    with transaction.atomic():
        if any(report.first_submitted_at for report in _held(round_)):
            raise Refused(_("Đã có đơn vị nộp báo cáo nên không hủy được đợt này. Hãy chốt đợt thay vì hủy."))
        move(round_, RoundStatus.CANCELLED, ROUND_TRANSITIONS, closed_at=actor.at)
        audit.record(actor, "briefings.round.cancelled", round_, party=round_.programme.lead_id)
        if opened:
            words = gettext_lazy("Sở đã hủy đợt báo cáo %(round)s. Đơn vị không phải báo cáo.")
            _tell(actor, round_, words, "cancelled", {}, url=reverse("briefings:round_list"))
    return round_


def _held(round_: ReportRound) -> list[Report]:
    """The reports of a round, held so that none is handed in meanwhile."""
    return list(Report.objects.select_for_update().filter(round=round_).order_by("pk"))


def _tell(
    actor: Actor, round_: ReportRound, words: object, what: str, more: dict[str, object], *, url: str = ""
) -> None:
    """Tell whoever fills in at the parties that report; each page is the party's own."""
    parties = Report.objects.filter(round=round_).values_list("party_id", flat=True)
    tell(
        actor=actor, users_of=list(parties), text=words, words={"round": round_.title, **more}, icon="report-analytics",
        url=url or reverse("briefings:round_detail", args=[round_.pk]), permission=Permission.FIGURES_FILL,
        key=f"briefings.round.{what}:{round_.pk}",
    )  # fmt: skip
