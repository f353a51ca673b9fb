"""What belongs to one obstacle: sites, files, discussion, what happened, who was asked, who joined."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
from phoihop.clauses.briefings.models.choices import Audience, ObstacleState
from phoihop.clauses.briefings.models.obstacles import Obstacle
from phoihop.clauses.briefings.models.search_index import WordIndex, WordTrigger
from phoihop.people.models import Party


def _circle(actor: Actor) -> Q:
    """The department reads all, the raiser what is not internal, others what is shared and open to them."""
    lead = Q(obstacle__programme__lead_id__in=actor.regulator_ids)
    own = Q(obstacle__party_id__in=actor.party_ids, internal=False)
    shown = Obstacle.objects.visible_to(actor).filter(audience=Audience.ALL).values("pk")
    return lead | own | Q(obstacle_id__in=shown, shared=True)


class FileQuerySet(models.QuerySet["ObstacleFile"]):
    """Files, restricted by who asks."""

    def visible_to(self, actor: Actor) -> FileQuerySet:
        """As far as the reader's circle goes."""
        return self.filter(_circle(actor))


class NoteQuerySet(models.QuerySet["ObstacleNote"]):
    """Words of a discussion, restricted by who asks."""

    def visible_to(self, actor: Actor) -> NoteQuerySet:
        """As far as the reader's circle goes."""
        return self.filter(_circle(actor))


class AffectedSite(Record):
    """A site that an obstacle hinders, by the name its owner uses."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="sites")
    name = models.CharField(_("Trạm, điểm phục vụ"), max_length=100)
    source_label = models.CharField(max_length=60, blank=True)  # app.model of the row, where it is known to the product
    source_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class ObstacleFile(Record):
    """A picture or paper of an obstacle."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="files")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("Chú thích"), max_length=200, blank=True)
    internal = models.BooleanField(default=False)  # the department's own
    shared = models.BooleanField(default=False)  # all parties may open it, once the obstacle is open to them

    objects = FileQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.caption or self.file.name


class ObstacleNote(Record):
    """A word in the discussion between raiser and department; an internal one stays in the department."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="notes")
    party = models.ForeignKey(Party, null=True, on_delete=models.PROTECT, related_name="+")  # null: a body by its link
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    author_name = models.CharField(max_length=150, blank=True)
    text = models.TextField(_("Trao đổi"))
    internal = models.BooleanField(_("Ghi chú nội bộ của Sở"), default=False)
    shared = models.BooleanField(_("Mọi bên đọc được"), default=False)  # once the obstacle is open to them
    at = models.DateTimeField(default=timezone.now)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["at", "created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="obstacle_note_for_one_circle",
                condition=Q(internal=False) | Q(shared=False),
                violation_error_message=_("Ghi chú nội bộ không thể để mọi bên đọc."),
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


class ObstacleEvent(Record):
    """Each state an obstacle came into, and when: what the timeline and the statistics read."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="events")
    state = models.CharField(max_length=10, choices=ObstacleState.choices)
    code = models.SlugField(max_length=20, default="moved")  # what happened: a key of ``obstacles.words.STEPS``
    internal = models.BooleanField(default=False)  # the department alone reads it
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["at", "created_at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.state}"


class ObstacleForward(Record):
    """An obstacle in the hands of another body, which answers by a link without an account."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="forwards")
    body = models.CharField(_("Cơ quan, đơn vị"), max_length=200)
    guest = models.ForeignKey(Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    email = models.EmailField(_("Thư điện tử"), blank=True)
    question = models.TextField(_("Nội dung chuyển"))
    due_on = models.DateField(_("Đề nghị trả lời trước ngày"))
    token_hash = models.CharField(max_length=64, unique=True)  # SHA-256 of the link's secret
    files = models.ManyToManyField(ObstacleFile, blank=True, related_name="+")  # those the body may open
    sent_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)  # the link was first used
    returned_at = models.DateTimeField(null=True, blank=True)  # came back without an answer when its day was over
    answered_at = models.DateTimeField(null=True, blank=True)
    answerer = models.CharField(_("Người trả lời"), max_length=150, blank=True)
    answer = models.TextField(_("Trả lời"), blank=True)
    recalled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["sent_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="obstacle_forward_reaches_somebody",
                condition=Q(guest__isnull=False) | ~Q(email=""),
                violation_error_message=_("Hãy chọn đơn vị khách mời hoặc nhập thư điện tử của cơ quan được hỏi."),
            )
        ]

    def __str__(self) -> str:
        return self.body

    @property
    def is_open(self) -> bool:
        """Whether an answer is still awaited."""
        return self.answered_at is None and self.recalled_at is None and self.returned_at is None

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.obstacle.programme.lead_id


class ObstacleFollower(Record):
    """A party that says: this hinders us too."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="followers")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(_("Ghi chú"), max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["obstacle", "party"], name="obstacle_follower_once")]

    def __str__(self) -> str:
        return self.party.short_name


class ObstacleText(models.Model):
    """What search and likeness read of an obstacle: folded syllables and pairs of them; see ``obstacles.words_of``.

    Numbered in the order of raising, so that the newest come first; no reader ever sees the number.
    """

    id = models.BigAutoField(primary_key=True)
    obstacle = models.OneToOneField(Obstacle, on_delete=models.CASCADE, related_name="body")
    words = models.TextField()  # each once, one space between them
    scope = models.TextField()  # whose readers may find it, as words too

    class Meta:
        indexes: ClassVar = [
            WordIndex(fields=["words"], name="obstacle_words"),
            WordTrigger("insert", name="obstacle_words_insert"),
            WordTrigger("update", name="obstacle_words_update"),
            WordTrigger("delete", name="obstacle_words_delete"),
        ]

    def __str__(self) -> str:
        return str(self.obstacle_id)
