"""Photos and documents of a site."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.clauses.towers.models import Site, SiteFile


def add_file(*, actor: Actor, site: Site, upload: UploadedFile[Any], caption: str) -> SiteFile:
    """Keep a photo or document; pictures lose the place and time that cameras write into them.

    :raises UnacceptableFile: too large or of a kind not taken
    """
    require(actor, Permission.MAST_MANAGE, party=site.owner_id)
    with transaction.atomic():
        stored = files.keep_upload(actor, upload, site)
        kept = SiteFile.objects.create(site=site, file=stored, caption=caption)
        audit.record(
            actor, "towers.site.file_added", site, party=site.owner_id, after={"name": stored.name, "caption": caption}
        )
    return kept


def remove_file(*, actor: Actor, kept: SiteFile) -> None:
    """Take a photo or document out of the site."""
    require(actor, Permission.MAST_MANAGE, party=kept.site.owner_id)
    with transaction.atomic():
        audit.record(
            actor, "towers.site.file_removed", kept.site, party=kept.site.owner_id, before={"name": kept.file.name}
        )
        stored = kept.file
        kept.delete()
        stored.delete()
        transaction.on_commit(lambda: stored.content.delete(save=False))
