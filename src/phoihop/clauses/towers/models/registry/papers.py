"""Photos and documents of a site, and files brought in for import."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor
from phoihop.base.models import Record, StoredFile
from phoihop.clauses.towers.models.registry.sites import Site
from phoihop.people.models import Party


class SiteFileQuerySet(models.QuerySet["SiteFile"]):
    """Files, restricted by who asks."""

    def visible_to(self, actor: Actor) -> SiteFileQuerySet:
        """Those of sites that one keeps; a tenant sees none."""
        return self.filter(site__in=Site.objects.kept_by(actor))


class SiteFile(Record):
    """A photo, a permit, a certificate, a drawing."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("Nội dung"), max_length=200)

    objects = SiteFileQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["created_at"]

    def __str__(self) -> str:
        return self.caption

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.site.regulator_id


class ImportMapping(Record):
    """Which column of a party's own sheets is what; remembered from one import to the next."""

    owner = models.OneToOneField(Party, on_delete=models.CASCADE, related_name="mast_import_mapping")
    columns = models.JSONField(default=dict)  # code of a field → heading
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.owner)


LONG_LINES = 2_000


class ImportState(models.TextChoices):
    """previewed → committed or discarded; a long sheet is being taken meanwhile, and comes back where it fails."""

    PREVIEWED = "previewed", _("Chờ xác nhận")
    TAKING = "taking", _("Đang ghi vào sổ")
    COMMITTED = "committed", _("Đã ghi vào sổ")
    DISCARDED = "discarded", _("Đã bỏ")


IMPORT_TRANSITIONS = {
    ImportState.PREVIEWED: {ImportState.COMMITTED, ImportState.DISCARDED, ImportState.TAKING},
    ImportState.TAKING: {ImportState.COMMITTED, ImportState.PREVIEWED},
}


class RegistryImportQuerySet(models.QuerySet["RegistryImport"]):
    """Imports, restricted by who asks."""

    def visible_to(self, actor: Actor) -> RegistryImportQuerySet:
        """One's own party's."""
        return self.filter(owner_id__in=actor.party_ids)


class RegistryImport(Record):
    """A sheet of masts that somebody wants to bring in: looked at first, then taken whole or not at all."""

    owner = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="mast_imports")
    name = models.CharField(_("Tệp"), max_length=200)
    content = models.BinaryField()  # as it was sent; emptied when it is decided
    columns = models.JSONField(default=dict)  # code of a field → heading, as chosen for this sheet
    crs = models.CharField(_("Hệ tọa độ"), max_length=20, blank=True)  # EPSG code; empty: found out from the numbers
    merges = models.JSONField(default=dict)  # line → id of the site it is, or "" for a new one
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.PREVIEWED)
    lines = models.PositiveIntegerField(default=0)  # as they were read
    job_id = models.UUIDField(null=True, blank=True)  # that takes it, where it is long
    rows = models.PositiveIntegerField(default=0)  # taken, once it is committed
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = RegistryImportQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="registry_import_has_name",
                condition=~Q(name=""),
                violation_error_message=_("Tệp phải có tên."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def audit_lead_id(self) -> UUID:
        """The regulator in whose history the row appears."""
        return self.owner.audit_lead_id

    @property
    def is_long(self) -> bool:
        """Whether taking it lasts longer than people wait for a page."""
        return self.lines > LONG_LINES
