"""Rows of a memorandum as its actions need them: locked, ordered, kept as a revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base.access import Actor
from phoihop.base.errors import Refused, Stale
from phoihop.papers.models import RegisteredSigner
from phoihop.people.models import Party
from phoihop.programme.models import Memorandum, MemorandumStatus, Revision
from phoihop.programme.revising import Content, checksum, content_of


class NotDraft(Refused):
    """The text is with the parties, being signed or in force."""

    default = gettext_lazy("Chỉ sửa được khi biên bản ghi nhớ đang soạn. Hãy đưa về soạn thảo trước khi sửa.")


class EditedMeanwhile(Stale):
    """Somebody else saved since the page was opened; ``current`` is what stands now, ``token`` its mark."""

    default = gettext_lazy(
        "Người khác vừa sửa phần này. Nội dung bạn nhập vẫn còn ở dưới; hãy so với bản hiện tại rồi lưu lại."
    )

    def __init__(self, current: Mapping[str, Any], token: str) -> None:
        super().__init__()
        self.current = current
        self.token = token


def locked(memorandum: Memorandum) -> Memorandum:
    """The row as it is now, held until the transaction ends."""
    found = Memorandum.objects.select_for_update(of=("self",)).select_related("programme__lead")
    return found.get(pk=memorandum.pk)


def locked_draft(memorandum: Memorandum) -> Memorandum:
    """The same, where it may be edited.

    :raises NotDraft: it may not
    """
    found = locked(memorandum)
    if found.status != MemorandumStatus.DRAFT:
        raise NotDraft
    return found


def lead_of(memorandum: Memorandum) -> UUID:
    """The regulator that leads."""
    return memorandum.programme.lead_id


def party_ids(memorandum: Memorandum) -> list[UUID]:
    """Every party but the lead, in the order of signature."""
    rows = memorandum.parties.order_by("order").exclude(party_id=lead_of(memorandum))
    return list(rows.values_list("party_id", flat=True))


def reorder(rows: Sequence[models.Model], order: Sequence[UUID]) -> None:
    """Number ``rows`` in ``order``.

    :raises Stale: these are not the rows that the person saw
    """
    by_id = {row.pk: row for row in rows}
    if set(by_id) != set(order) or len(order) != len(by_id):
        raise Stale
    for number, pk in enumerate(order, start=1):
        by_id[pk].order = number  # type: ignore[attr-defined]
    type(rows[0])._default_manager.bulk_update(rows, ["order"])


def moved(ids: Sequence[UUID], pk: UUID, step: int) -> list[UUID]:
    """``ids`` with ``pk`` one place up (-1) or down (+1); unchanged at the ends."""
    order = list(ids)
    place = order.index(pk)
    other = min(max(place + step, 0), len(order) - 1)
    order[place], order[other] = order[other], order[place]
    return order


def present_content(memorandum: Memorandum) -> Content:
    """The working text as it stands in the database."""
    return content_of(memorandum, memorandum.clauses.order_by("order"), memorandum.parties.order_by("order"))


def last_revision(memorandum: Memorandum) -> Revision | None:
    """The newest one."""
    return memorandum.revisions.order_by("-number").first()


def keep_revision(actor: Actor, memorandum: Memorandum, note: str, **values: Any) -> Revision:
    """Freeze the working text under the next number."""
    content = present_content(memorandum)
    last = last_revision(memorandum)
    return Revision.objects.create(
        memorandum=memorandum, number=last.number + 1 if last else 1, content=content, checksum=checksum(content),
        note=note.strip()[:300], author_id=actor.user_id, **values,
    )  # fmt: skip


def circulated_revision(memorandum: Memorandum) -> Revision:
    """The newest revision that the parties have.

    :raises Refused: it was never circulated
    """
    found = memorandum.revisions.circulated().order_by("-number").first()
    if found is None:
        raise Refused(_("Biên bản ghi nhớ chưa gửi lấy ý kiến."))
    revision: Revision = found
    return revision


def signer_facts(actor: Actor, party: Party) -> dict[str, str]:
    """The party's name of today, and who is registered to sign for it today."""
    signers = RegisteredSigner.objects.filter(party=party, valid_from__lte=actor.today)
    signer = signers.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=actor.today)).first()
    return {
        "name": party.name,
        "signer_name": signer.name if signer else "",
        "signer_position": signer.position if signer else "",
    }
