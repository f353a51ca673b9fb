"""The briefing: its agenda, who speaks, the votes, who came."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
from phoihop.clauses.briefings.models.choices import BriefingStatus, SpeakerState, Topic, TopicStatus
from phoihop.clauses.briefings.models.obstacles import Obstacle
from phoihop.clauses.briefings.models.reports import ReportRound
from phoihop.papers.models import Paper
from phoihop.people.models import Party
from phoihop.programme.models import Activity, Attendee

BRIEFING_TRANSITIONS = {
    BriefingStatus.PREPARING: {BriefingStatus.INVITED, BriefingStatus.RUNNING},
    BriefingStatus.INVITED: {BriefingStatus.RUNNING},
    BriefingStatus.RUNNING: {BriefingStatus.ENDED},
    BriefingStatus.ENDED: {BriefingStatus.RUNNING, BriefingStatus.CONCLUDED},
}


class BriefingQuerySet(models.QuerySet["Briefing"]):
    """Briefings, restricted by who asks."""

    def visible_to(self, actor: Actor) -> BriefingQuerySet:
        """Those whose activity one may see."""
        return self.filter(activity__in=Activity.objects.visible_to(actor).values("pk"))


class Briefing(Record):
    """The meeting of an activity of the kind ``briefings``."""

    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, related_name="briefing")
    previous = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="next")
    status = models.CharField(max_length=10, choices=BriefingStatus.choices, default=BriefingStatus.PREPARING)
    rounds = models.ManyToManyField(ReportRound, blank=True, related_name="briefings")  # whose figures it looks at
    secretaries = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    invitation = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # the room
    current = models.ForeignKey("AgendaItem", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    current_since = models.DateTimeField(null=True, blank=True)
    shown_figure = models.CharField(max_length=80, blank=True)  # what the projector shows: indicator code, or a vote
    room_version = models.PositiveIntegerField(default=0)  # grows with all that changes in the room
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = BriefingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-activity__starts_at"]

    def __str__(self) -> str:
        return self.activity.title

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.activity.programme.lead_id


class AgendaItem(Record):
    """One topic of the agenda."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="items")
    topic = models.CharField(_("Loại nội dung"), max_length=10, choices=Topic.choices, default=Topic.OTHER)
    status = models.CharField(max_length=10, choices=TopicStatus.choices, default=TopicStatus.ACCEPTED)
    title = models.CharField(_("Nội dung"), max_length=200)
    text = models.TextField(_("Diễn giải"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("Số phút"), default=10)
    presenter = models.CharField(_("Người trình bày"), max_length=150, blank=True)
    proposed_by = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confidential = models.BooleanField(default=False)  # of the department and ``proposed_by`` alone
    obstacles = models.ManyToManyField(Obstacle, blank=True, related_name="agenda_items")
    decision = models.ForeignKey(
        "briefings.Decision", null=True, blank=True, on_delete=models.SET_NULL, related_name="agenda_items"
    )  # the late or carried-over one that it is about
    reason = models.CharField(_("Lý do không đưa vào"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position", "created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="agenda_declined_has_reason",
                condition=~Q(status="declined") | ~Q(reason=""),
                violation_error_message=_("Không đưa vào chương trình phải nêu lý do."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.briefing.activity.programme.lead_id


class AgendaFile(Record):
    """A paper of a topic."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="files")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.file.name


class Pass(Record):
    """The way in of one person: a QR code that the door reads once."""

    attendee = models.OneToOneField(Attendee, on_delete=models.CASCADE, related_name="briefing_pass")
    token_hash = models.CharField(max_length=64, unique=True)
    stands_in_for = models.CharField(_("Dự thay"), max_length=150, blank=True)
    checked_in_at = models.DateTimeField(null=True, blank=True)
    checked_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return str(self.attendee)


class Speaker(Record):
    """A turn to speak on a topic."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="speakers")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Người phát biểu"), max_length=150)
    state = models.CharField(max_length=10, choices=SpeakerState.choices, default=SpeakerState.WAITING)
    position = models.PositiveSmallIntegerField(default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item"], condition=Q(state="speaking"), name="speaker_one_at_a_time")
        ]

    def __str__(self) -> str:
        return self.name


class Vote(Record):
    """A quick vote of the parties, one ballot each."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="votes")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="votes")
    question = models.CharField(_("Câu hỏi"), max_length=300)
    secret = models.BooleanField(_("Bỏ phiếu kín"), default=False)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.question

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.briefing.activity.programme.lead_id


class VoteOption(Record):
    """One answer to choose."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="options")
    text = models.CharField(_("Lựa chọn"), max_length=150)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position"]

    def __str__(self) -> str:
        return self.text


class Voted(Record):
    """That a party has voted; of an open vote also what."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="voted")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    option = models.ForeignKey(VoteOption, null=True, on_delete=models.PROTECT, related_name="+")  # null: secret

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["vote", "party"], name="voted_once")]

    def __str__(self) -> str:
        return str(self.party)


class SecretBallot(models.Model):
    """One ballot of a secret vote: it knows neither who cast it nor when."""

    id = models.UUIDField(primary_key=True, editable=False)  # random: says nothing of the order
    option = models.ForeignKey(VoteOption, on_delete=models.CASCADE, related_name="ballots")

    def __str__(self) -> str:
        return str(self.option)
