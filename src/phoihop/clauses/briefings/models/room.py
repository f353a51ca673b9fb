"""What happens in the room: who speaks, what the parties vote."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.models import Record
from phoihop.clauses.briefings.models.choices import SpeakerState
from phoihop.clauses.briefings.models.meeting import AgendaItem, Briefing
from phoihop.people.models import Party


class Speaker(Record):
    """A turn to speak on a topic."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="speakers")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("Người phát biểu"), max_length=150)
    state = models.CharField(max_length=10, choices=SpeakerState.choices, default=SpeakerState.WAITING)
    position = models.PositiveSmallIntegerField(default=0)
    by_chair = models.BooleanField(default=False)  # entered at the desk for somebody who raised a hand
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["position", "created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item"], condition=Q(state="speaking"), name="speaker_one_at_a_time"),
            models.UniqueConstraint(
                fields=["item", "asked_by"], condition=Q(state="waiting", by_chair=False), name="speaker_asks_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.item.briefing.activity.programme.lead_id


class Vote(Record):
    """A quick vote of the parties, one ballot each."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="votes")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="votes")
    question = models.CharField(_("Câu hỏi"), max_length=300)
    secret = models.BooleanField(_("Bỏ phiếu kín"), default=False)
    eligible = models.PositiveSmallIntegerField(default=0)  # how many parties could vote when it was opened
    withheld = models.BooleanField(default=False)  # a secret one with too few ballots to keep it secret
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["briefing"], condition=Q(closed_at__isnull=True, opened_at__isnull=False), name="vote_one_open"
            )
        ]

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
    """One ballot of a secret vote: it knows neither who cast it nor when.

    With each ballot that is cast all of the vote are written anew in random order: the order of the rows on the disk
    would tell, beside the rows of who has voted.
    """

    id = models.UUIDField(primary_key=True, editable=False)  # random: says nothing of the order
    option = models.ForeignKey(VoteOption, on_delete=models.CASCADE, related_name="ballots")

    def __str__(self) -> str:
        return str(self.option)
