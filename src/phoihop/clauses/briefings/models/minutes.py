"""Minutes, their versions and amendments; the decisions and tasks that come of them."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
from phoihop.clauses.briefings.models.choices import AmendmentState, DecisionState, EntryKind, MinutesStatus
from phoihop.clauses.briefings.models.meeting import AgendaItem, Briefing
from phoihop.clauses.briefings.models.obstacles import Obstacle
from phoihop.papers.models import Paper
from phoihop.people.models import Party
from phoihop.programme.models import Programme
from phoihop.programme.models.programme import ProgrammeParty

MINUTES_TRANSITIONS = {
    MinutesStatus.DRAFT: {MinutesStatus.AMENDING, MinutesStatus.FINAL},
    MinutesStatus.AMENDING: {MinutesStatus.DRAFT, MinutesStatus.FINAL},
    MinutesStatus.FINAL: {MinutesStatus.AMENDING, MinutesStatus.SIGNED},
}
DECISION_TRANSITIONS = {
    DecisionState.OPEN: {DecisionState.REPORTED, DecisionState.DONE, DecisionState.DROPPED},
    DecisionState.REPORTED: {DecisionState.DONE, DecisionState.OPEN, DecisionState.DROPPED},
    DecisionState.DONE: {DecisionState.OPEN},
    DecisionState.DROPPED: {DecisionState.OPEN},
}


class MinutesQuerySet(models.QuerySet["Minutes"]):
    """Minutes, restricted by who asks."""

    def visible_to(self, actor: Actor) -> MinutesQuerySet:
        """The lead's own; others read what is no draft any more, of briefings they may see."""
        seen = Briefing.objects.visible_to(actor).values("pk")
        leads = Q(briefing__activity__programme__lead_id__in=actor.party_ids)
        return self.filter(leads | ~Q(status=MinutesStatus.DRAFT), briefing__in=seen)


class MinutesEntryQuerySet(models.QuerySet["MinutesEntry"]):
    """Paragraphs, restricted by who asks."""

    def visible_to(self, actor: Actor) -> MinutesEntryQuerySet:
        """Those of minutes one may see; what concerns one enterprise is for it and the lead."""
        leads = Q(minutes__briefing__activity__programme__lead_id__in=actor.party_ids)
        told = Q(confidential_to__isnull=True) | Q(confidential_to_id__in=actor.party_ids)
        return self.filter(leads | told, minutes__in=Minutes.objects.visible_to(actor).values("pk"))

    def standing(self) -> MinutesEntryQuerySet:
        """Those that were not taken out."""
        return self.filter(removed_at=None)


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    """Amendments, restricted by who asks."""

    def visible_to(self, actor: Actor) -> AmendmentQuerySet:
        """One's own party's; the lead's, all."""
        leads = Q(minutes__briefing__activity__programme__lead_id__in=actor.party_ids)
        return self.filter(leads | Q(party_id__in=actor.party_ids))


class Minutes(Record):
    """The minutes of a briefing; locked once they are signed."""

    briefing = models.OneToOneField(Briefing, on_delete=models.PROTECT, related_name="record")
    status = models.CharField(max_length=10, choices=MinutesStatus.choices, default=MinutesStatus.DRAFT)
    chair = models.CharField(_("Chủ trì"), max_length=150, blank=True)
    secretary = models.CharField(_("Thư ký"), max_length=150, blank=True)
    amend_by = models.DateField(_("Ý kiến trước ngày"), null=True, blank=True)
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    notice = models.ForeignKey(
        Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # of conclusions
    locked_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = MinutesQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.briefing)

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.briefing.activity.programme.lead_id


class MinutesEntry(Record):
    """A paragraph of the minutes; its version keeps two secretaries from writing over each other."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="entries")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="entries")
    kind = models.CharField(_("Loại"), max_length=11, choices=EntryKind.choices, default=EntryKind.INFORMATION)
    text = models.TextField(_("Nội dung"))
    owner = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("Thời hạn"), null=True, blank=True)
    confidential_to = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # the one enterprise that reads it beside the department; it stands on no paper
    position = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    edited_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = MinutesEntryQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["position", "created_at"]

    def __str__(self) -> str:
        return self.text[:60]


class MinutesVersion(Record):
    """The whole of the minutes at one moment, to compare and to bring back."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["minutes", "number"], name="minutes_version_once")]

    def __str__(self) -> str:
        return f"{self.minutes} ({self.number})"


class Amendment(Record):
    """What an attendee wants otherwise in the minutes."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="amendments")
    entry = models.ForeignKey(MinutesEntry, null=True, blank=True, on_delete=models.SET_NULL, related_name="amendments")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(_("Đề nghị sửa"))
    state = models.CharField(max_length=10, choices=AmendmentState.choices, default=AmendmentState.PROPOSED)
    answer = models.CharField(_("Trả lời"), max_length=500, blank=True)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="amendment_declined_has_answer",
                condition=~Q(state="declined") | ~Q(answer=""),
                violation_error_message=_("Không tiếp thu phải nêu lý do."),
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions, restricted by who asks."""

    def visible_to(self, actor: Actor) -> DecisionQuerySet:
        """Of programmes one's party leads, all; otherwise those open to all parties there, and one's own."""
        joined = ProgrammeParty.objects.filter(party_id__in=actor.party_ids, left_on__isnull=True)
        shared = Q(confidential_to__isnull=True, programme_id__in=joined.values("programme_id"))
        own = Q(confidential_to_id__in=actor.party_ids)
        return self.filter(Q(programme__lead_id__in=actor.party_ids) | shared | own)

    def under_way(self) -> DecisionQuerySet:
        """Those still to be carried out, or to be confirmed."""
        return self.filter(state__in=[DecisionState.OPEN, DecisionState.REPORTED])


class Decision(Record):
    """A conclusion or a task of a briefing, followed until it is done."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="decisions")
    briefing = models.ForeignKey(Briefing, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    entry = models.OneToOneField(
        MinutesEntry, null=True, blank=True, on_delete=models.SET_NULL, related_name="decision"
    )
    obstacle = models.ForeignKey(Obstacle, null=True, blank=True, on_delete=models.SET_NULL, related_name="decisions")
    kind = models.CharField(_("Loại"), max_length=11, choices=EntryKind.choices, default=EntryKind.TASK)
    text = models.TextField(_("Nội dung"))
    owner = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="decisions_owned")
    confidential_to = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("Thời hạn"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=DecisionState.choices, default=DecisionState.OPEN)
    reported_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(_("Lý do thôi thực hiện"), blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["due_on", "created_at"]
        indexes: ClassVar = [models.Index(fields=["programme", "state", "due_on"], name="decision_of_programme")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="decision_dropped_has_reason",
                condition=~Q(state="dropped") | ~Q(reason=""),
                violation_error_message=_("Thôi thực hiện phải nêu lý do."),
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.programme.lead_id


class DecisionUpdate(Record):
    """What was done for a decision, with its evidence."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="updates")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(_("Tình hình thực hiện"))
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.text[:60]
