"""Messages between the two sides, and the files of messages, offers and surveys. The department reads none of them."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
from phoihop.clauses.towers.models.sharing.offers import SharingOffer
from phoihop.clauses.towers.models.sharing.request import SharingRequest
from phoihop.people.models import Party


class SharingMessageQuerySet(models.QuerySet["SharingMessage"]):
    """Messages, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SharingMessageQuerySet:
        """The two sides' alone."""
        return self.filter(Q(request__asker_id__in=actor.party_ids) | Q(request__owner_id__in=actor.party_ids))


class SharingMessage(Record):
    """What one side wrote to the other."""

    request = models.ForeignKey(SharingRequest, on_delete=models.CASCADE, related_name="messages")
    by = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("Gửi lúc"))
    text = models.TextField(_("Nội dung"))

    objects = SharingMessageQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return self.request.reference

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears; what was written stands nowhere in it."""
        return self.request.lead_id


class SharingAttachmentQuerySet(models.QuerySet["SharingAttachment"]):
    """Files, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SharingAttachmentQuerySet:
        """Of a message the two sides'; of an offer whoever reads the offer."""
        offers = SharingOffer.objects.visible_to(actor).values("pk")
        two = Q(request__asker_id__in=actor.party_ids) | Q(request__owner_id__in=actor.party_ids)
        return self.filter((Q(offer__isnull=True) & two) | Q(offer__in=offers))


class SharingAttachment(Record):
    """A file that came with a message or an offer."""

    request = models.ForeignKey(SharingRequest, on_delete=models.CASCADE, related_name="attachments")
    message = models.ForeignKey(
        SharingMessage, null=True, blank=True, on_delete=models.CASCADE, related_name="attachments"
    )
    offer = models.ForeignKey(SharingOffer, null=True, blank=True, on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    objects = SharingAttachmentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.request.reference
