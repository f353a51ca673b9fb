"""Revisions of a memorandum, what parties say on them, and how they answer."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record
from phoihop.people.models import Party
from phoihop.programme.models.memorandum import Memorandum


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Revisions, restricted by who asks."""

    def visible_to(self, actor: Actor) -> RevisionQuerySet:
        """The lead sees all of its own; a party those that were circulated."""
        memoranda = Memorandum.objects.visible_to(actor).values("pk")
        led = Q(memorandum__programme__lead_id__in=actor.party_ids)
        return self.filter(led | Q(circulated_at__isnull=False), memorandum__in=memoranda)

    def circulated(self) -> RevisionQuerySet:
        """Those that the parties were given."""
        return self.filter(circulated_at__isnull=False)


class Revision(Record):
    """The whole text as it stood; any two can be compared."""

    memorandum = models.ForeignKey(Memorandum, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()  # what programme.revising.content_of makes
    checksum = models.CharField(max_length=64)  # SHA-256 of the content
    note = models.CharField(_("Thay đổi gì"), max_length=300, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    circulated_at = models.DateTimeField(null=True, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorandum", "number"], name="revision_number_once")]

    def __str__(self) -> str:
        return f"{self.memorandum} – {self.number}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.memorandum.audit_lead_id


class CommentQuerySet(models.QuerySet["ClauseComment"]):
    """Comments, restricted by who asks."""

    def visible_to(self, actor: Actor) -> CommentQuerySet:
        """The lead sees all, a party its own and those that were opened to all."""
        shown = Q(revision__memorandum__programme__lead_id__in=actor.party_ids) | Q(party_id__in=actor.party_ids)
        return self.filter(shown | Q(open_to_all=True), revision__in=Revision.objects.visible_to(actor).values("pk"))


class ClauseComment(Record):
    """A party's word on a clause or section; the others see it only where it was opened to all."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="comments")
    anchor = models.CharField(max_length=40)  # clause id, or code of a section
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(_("Ý kiến"))
    proposal = models.TextField(_("Đề nghị viết lại"), blank=True)
    open_to_all = models.BooleanField(_("Cho các bên cùng xem"), default=False)
    reply = models.TextField(_("Trả lời của cơ quan chủ trì"), blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    settled = models.BooleanField(default=False)  # taken in, or explained
    taken = models.BooleanField(default=False)  # its proposal stands in the text

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.revision.memorandum.audit_lead_id


class AnswerQuerySet(models.QuerySet["RevisionAnswer"]):
    """Answers, restricted by who asks."""

    def visible_to(self, actor: Actor) -> AnswerQuerySet:
        """The lead sees all, a party its own alone."""
        led = Q(revision__memorandum__programme__lead_id__in=actor.party_ids)
        return self.filter(led | Q(party_id__in=actor.party_ids))


class RevisionAnswer(Record):
    """A party accepts a circulated revision, or asks for a change."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="answers")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    accepts = models.BooleanField()
    note = models.TextField(_("Lý do hoặc đề nghị"), blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField()

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["revision", "party"], name="revision_answer_once")]

    def __str__(self) -> str:
        return f"{self.revision} – {self.party}"

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.revision.memorandum.audit_lead_id
