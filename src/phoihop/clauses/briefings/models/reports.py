"""Rounds of reports, the report of each party, its figures, what was said of them, and their editions."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor, Permission
from phoihop.base.models import Record, StoredFile
from phoihop.clauses.briefings.models.choices import ReportStatus, RoundStatus, ValueSource
from phoihop.clauses.briefings.models.forms import DimensionCode, FormRule, FormVersion, Indicator, ReportForm
from phoihop.papers.models import Paper
from phoihop.people.models import Party
from phoihop.programme.models import Activity, Programme

ROUND_TRANSITIONS = {
    RoundStatus.DRAFT: {RoundStatus.OPEN, RoundStatus.CANCELLED},
    RoundStatus.OPEN: {RoundStatus.CLOSED, RoundStatus.CANCELLED},
    RoundStatus.CLOSED: {RoundStatus.OPEN},
}
REPORT_TRANSITIONS = {
    ReportStatus.DRAFT: {ReportStatus.SUBMITTED},
    ReportStatus.SUBMITTED: {ReportStatus.RETURNED, ReportStatus.ACCEPTED},
    ReportStatus.RETURNED: {ReportStatus.SUBMITTED},
    ReportStatus.ACCEPTED: {ReportStatus.RETURNED},  # a correction, with a reason; both figures are kept
}


class ReportRoundQuerySet(models.QuerySet["ReportRound"]):
    """Rounds, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ReportRoundQuerySet:
        """Those of programmes one's party leads; those open or closed in which one's party must report."""
        asked = Report.objects.filter(party_id__in=actor.party_ids).values("round_id")
        given = Q(status__in=[RoundStatus.OPEN, RoundStatus.CLOSED])
        return self.filter(Q(programme__lead_id__in=actor.party_ids) | (Q(pk__in=asked) & given))


class ReportRound(Record):
    """One period for which one version of a form is asked of several parties."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="report_rounds")
    version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="rounds")
    activity = models.ForeignKey(
        Activity, null=True, blank=True, on_delete=models.SET_NULL, related_name="report_rounds"
    )  # the briefing it prepares
    title = models.CharField(_("Kỳ báo cáo"), max_length=200)
    period = models.CharField(_("Mã kỳ"), max_length=8)  # 2026H1, 2026Q3, 2026-05, 2026
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến ngày"))
    opens_on = models.DateField(_("Mở nhập liệu"))
    due_on = models.DateField(_("Hạn nộp"))
    lock_on = models.DateField(_("Khóa nhập liệu"))
    status = models.CharField(max_length=10, choices=RoundStatus.choices, default=RoundStatus.DRAFT)
    letter = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ReportRoundQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-ends_on", "title"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "version", "period"],
                condition=~Q(status="cancelled"),
                name="report_round_once",
                violation_error_message=_("Đã có đợt báo cáo cho kỳ này."),
            ),
            models.CheckConstraint(
                name="report_round_dates_in_order",
                condition=Q(ends_on__gte=F("starts_on")) & Q(due_on__gte=F("opens_on")) & Q(lock_on__gte=F("due_on")),
                violation_error_message=_("Các ngày phải theo thứ tự: mở, hạn nộp, khóa."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.programme.lead_id


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ReportQuerySet:
        """All of programmes one's party leads; otherwise one's own."""
        given = Q(round__status__in=[RoundStatus.OPEN, RoundStatus.CLOSED])
        own = Q(party_id__in=actor.party_ids) & given
        return self.filter(Q(round__programme__lead_id__in=actor.party_ids) | own)


class Report(Record):
    """What one party reports for one round."""

    round = models.ForeignKey(ReportRound, on_delete=models.PROTECT, related_name="reports")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="reports")
    status = models.CharField(max_length=10, choices=ReportStatus.choices, default=ReportStatus.DRAFT)
    edition = models.PositiveSmallIntegerField(default=0)  # how often it was accepted
    note = models.TextField(_("Nhận xét, giải trình chung"), blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    first_submitted_at = models.DateTimeField(null=True, blank=True)  # decides whether it was on time
    pressed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )  # who pressed the button; the party submits
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    returned_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(_("Lý do trả lại, mở lại"), blank=True)
    extended_until = models.DateField(_("Gia hạn đến"), null=True, blank=True)  # the round's lock, for this party
    changed_at = models.DateTimeField(auto_now=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["party__short_name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "party"], name="report_once"),
            models.CheckConstraint(
                name="report_accepted_has_edition",
                condition=~Q(status="accepted") | Q(edition__gte=1, accepted_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party.short_name} – {self.round.title}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.round.programme.lead_id


class ReportValue(Record):
    """One figure; a blank has no row, or a row without a value: it is never zero."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="values")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(
        DimensionCode, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # null: total
    value = models.DecimalField(max_digits=22, decimal_places=4, null=True, blank=True)
    typed = models.CharField(max_length=60, blank=True)  # what was typed and is no figure: kept until it is corrected
    estimate = models.BooleanField(_("Số ước"), default=False)
    source = models.CharField(max_length=8, choices=ValueSource.choices, default=ValueSource.TYPED)
    version = models.PositiveIntegerField(default=1)  # grows with each change: two people lose nothing of each other
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report", "indicator", "code"], condition=Q(code__isnull=False), name="report_value_once"
            ),
            models.UniqueConstraint(
                fields=["report", "indicator"], condition=Q(code__isnull=True), name="report_total_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"


class ValueEdition(Record):
    """A figure as it was accepted; a correction adds an edition and removes none."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="editions")
    edition = models.PositiveSmallIntegerField()
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(DimensionCode, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=22, decimal_places=4, null=True, blank=True)
    estimate = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["report", "edition"], name="value_edition_of_report")]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value} ({self.edition})"


class CellRemark(Record):
    """What the department says of one figure when it sends a report back."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="remarks")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    code = models.ForeignKey(DimensionCode, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("Nhận xét"), max_length=500)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.CharField(_("Trả lời"), max_length=500, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.text


class Explanation(Record):
    """A word of explanation for a warning."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="explanations")
    rule = models.ForeignKey(FormRule, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(_("Giải trình"), max_length=500)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["report", "rule"], name="explanation_once")]

    def __str__(self) -> str:
        return self.text


class SheetMapping(Record):
    """What a party's own heading or row name means; asked once and remembered."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="+")
    form = models.ForeignKey(ReportForm, on_delete=models.CASCADE, related_name="+")
    heading = models.CharField(max_length=300)  # folded
    target = models.CharField(max_length=80)  # indicator code, or indicator[code], or a name of a column

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["party", "form", "heading"], name="mapping_once")]

    def __str__(self) -> str:
        return f"{self.heading} → {self.target}"


class ReportUploadQuerySet(models.QuerySet["ReportUpload"]):
    """Files sent in, restricted by who asks."""

    def visible_to(self, actor: Actor) -> ReportUploadQuerySet:
        """Those of parties for which the actor fills in figures; of the department, those it sent in itself."""
        own = Q(by_department=False, party_id__in=actor.parties_with(Permission.FIGURES_FILL))
        desk = Q(by_department=True, form__regulator_id__in=actor.parties_with(Permission.FIGURES_ASK))
        return self.filter(own | desk)


class ReportUpload(Record):
    """A workbook or exchange file sent back: previewed, then taken over whole or not at all."""

    party = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # for whom; null: the file names the parties
    by_department = models.BooleanField(default=False)  # figures of the past that the department brings in
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    form = models.ForeignKey(ReportForm, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(
        ReportRound, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )  # null: history
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=10)  # xlsx, csv, adx, json
    plan = models.JSONField(default=dict)  # what was read and what would change
    problems = models.JSONField(default=list)  # row by row
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    taken_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = ReportUploadQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="report_upload_of_somebody", condition=Q(by_department=True) | Q(party__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.file.name

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.form.regulator_id
