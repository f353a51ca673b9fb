"""Writing and checking the history."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from phoihop.base.access import Actor, HasId
from phoihop.base.models import AuditEntry, AuditHead
from phoihop.cores.viet import fold

FIRST_HASH = "0" * 64


def _plain(values: Mapping[str, Any] | None) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(values or {}, cls=DjangoJSONEncoder, ensure_ascii=False))
    return plain


def entry_hash(entry: AuditEntry) -> str:
    """SHA-256 over the entry's facts and the hash before it, hex."""
    facts = [
        entry.previous_hash, entry.at.astimezone(dt.UTC).isoformat(), str(entry.user_id or ""), entry.user_name,
        str(entry.party_id or ""), str(entry.lead_id or ""), entry.event, entry.object_label, entry.object_id,
        entry.object_text, entry.before, entry.after, entry.request_id,
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def record(
    actor: Actor,
    event: str,
    row: models.Model,
    *,
    party: HasId | UUID | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> AuditEntry:
    """Append one entry to the history, in the transaction of the action it tells of.

    :param event: ``area.object.verb``, such as ``programme.plan.agreed``
    :param row: what it happened to; its ``audit_lead_id``, where it has one, says whose programme it belongs to
    :param party: for which party; the actor's own where they sit for just one
    """
    if party is None and len(actor.party_ids) == 1:
        party = next(iter(actor.party_ids))
    with transaction.atomic():
        AuditHead.objects.get_or_create(id=1)
        head = AuditHead.objects.select_for_update().get(id=1)
        entry = AuditEntry(
            at=actor.at, user_id=actor.user_id, user_name=actor.name,
            party_id=party if isinstance(party, UUID) or party is None else party.id,
            lead_id=getattr(row, "audit_lead_id", None), event=event, object_label=row._meta.label_lower,
            object_id=str(row.pk), object_text=str(row)[:300], before=_plain(before), after=_plain(after),
            request_id=actor.request_id, folded=fold(f"{actor.name} {row}"), previous_hash=head.hash,
        )  # fmt: skip
        entry.hash = entry_hash(entry)
        entry.save(force_insert=True)
        AuditHead.objects.filter(id=1).update(hash=entry.hash, count=head.count + 1)
    return entry


def head() -> str:
    """The newest hash of the chain, which names the state that the last action left."""
    return AuditHead.objects.values_list("hash", flat=True).first() or ""


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What walking the chain found."""

    entries: int
    broken_at: int | None  # seq of the first entry that does not fit
    reason: str = ""

    @property
    def intact(self) -> bool:
        """True where every entry fits the one before it and the head fits the last."""
        return self.broken_at is None and not self.reason


def verify_chain() -> ChainReport:
    """Walk the whole history and recompute every hash."""
    previous, count = FIRST_HASH, 0
    for entry in AuditEntry.objects.order_by("seq").iterator(chunk_size=2000):
        count += 1
        if entry.previous_hash != previous:
            return ChainReport(count, entry.seq, "previous_hash")
        if entry_hash(entry) != entry.hash:
            return ChainReport(count, entry.seq, "hash")
        previous = entry.hash
    head = AuditHead.objects.filter(id=1).first()
    expected = (head.hash, head.count) if head else (FIRST_HASH, 0)
    if (previous, count) != expected:
        return ChainReport(count, None, "head")
    return ChainReport(count, None)
