"""The briefing: its agenda, and who may come in."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
from phoihop.clauses.briefings.models.choices import BriefingStatus, Topic, TopicStatus
from phoihop.clauses.briefings.models.obstacles import Obstacle, ObstacleTopic
from phoihop.clauses.briefings.models.reports import ReportRound
from phoihop.papers.models import Paper
from phoihop.people.models import Party
from phoihop.programme.models import Activity, Attendee

BRIEFING_TRANSITIONS = {
    BriefingStatus.PREPARING: {BriefingStatus.INVITED, BriefingStatus.RUNNING, BriefingStatus.ENDED},
    BriefingStatus.INVITED: {BriefingStatus.RUNNING, BriefingStatus.ENDED},
    BriefingStatus.RUNNING: {BriefingStatus.ENDED},
    BriefingStatus.ENDED: {BriefingStatus.RUNNING, BriefingStatus.CONCLUDED},
}
ON_THE_AGENDA = (TopicStatus.ACCEPTED, TopicStatus.DONE, TopicStatus.CARRIED)


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
    current_since = models.DateTimeField(null=True, blank=True)  # null while a current topic is paused
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

    @property
    def paused(self) -> bool:
        """Whether a topic is current and its clock stands still."""
        return self.current_id is not None and self.current_since is None


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    """Topics, restricted by who asks."""

    def visible_to(self, actor: Actor) -> AgendaItemQuerySet:
        """The lead's own, all; otherwise what is on the agenda, open proposals, and what one's own party proposed."""
        leads = Q(briefing__activity__programme__lead_id__in=actor.party_ids)
        among_all = Q(status__in=[*ON_THE_AGENDA, TopicStatus.PROPOSED], confidential=False)
        own = Q(proposed_by_id__in=actor.party_ids)
        seen = Briefing.objects.visible_to(actor).values("pk")
        return self.filter(leads | among_all | own, briefing__in=seen)

    def on_the_agenda(self) -> AgendaItemQuerySet:
        """Those that are, or were, to be discussed."""
        return self.filter(status__in=ON_THE_AGENDA)


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
    group = models.ForeignKey(ObstacleTopic, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    obstacles = models.ManyToManyField(Obstacle, blank=True, related_name="agenda_items")
    private_talk = models.BooleanField(default=False)  # the one topic of every agenda where secrets have their place
    decision = models.ForeignKey(
        "briefings.Decision", null=True, blank=True, on_delete=models.SET_NULL, related_name="agenda_items"
    )  # the late or carried-over one that it is about
    decisions = models.ManyToManyField("briefings.Decision", blank=True, related_name="reviewed_in")  # late ones
    carried_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="carried")
    reason = models.CharField(_("Lý do không đưa vào"), max_length=300, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    # in the room
    extra_minutes = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    spent_s = models.PositiveIntegerField(default=0)  # of ended stretches; the running one is on the briefing

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["position", "created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="agenda_declined_has_reason",
                condition=~Q(status="declined") | ~Q(reason=""),
                violation_error_message=_("Không đưa vào chương trình phải nêu lý do."),
            ),
            models.CheckConstraint(
                name="agenda_accepted_is_open",  # a hidden topic would show in the numbers and times of the others
                condition=Q(confidential=False) | Q(status__in=["proposed", "declined"]),
            ),
            models.UniqueConstraint(
                fields=["briefing"], condition=Q(private_talk=True), name="agenda_one_private_talk"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.briefing.activity.programme.lead_id

    @property
    def allowed_minutes(self) -> int:
        """What it was given, with what the chair added on the day."""
        return self.minutes + self.extra_minutes


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
    """The way in of one person: a QR code that the door reads once. Without its person it is an old one."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="passes")
    attendee = models.OneToOneField(
        Attendee, null=True, blank=True, on_delete=models.SET_NULL, related_name="briefing_pass"
    )
    salt = models.CharField(max_length=32)  # with the installation's key it gives the code again
    token_hash = models.CharField(max_length=64, unique=True)
    stands_in_for = models.CharField(_("Dự thay"), max_length=150, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    checked_in_at = models.DateTimeField(null=True, blank=True)
    checked_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return str(self.attendee or "–")

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.briefing.activity.programme.lead_id
