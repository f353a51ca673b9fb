"""Making a memorandum from the skeleton or from last year's, and writing its sections."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, PartyKind, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.people.models import Party
from phoihop.programme import kinds
from phoihop.programme.memorandum_rows import EditedMeanwhile, lead_of, locked, locked_draft, signer_facts
from phoihop.programme.models import (
    SECTIONS,
    Clause,
    Memorandum,
    MemorandumParty,
    MemorandumStatus,
    Programme,
)
from phoihop.programme.revising import CLAUSE_FIELDS, section_token, terms_token
from phoihop.programme.skeleton import skeleton, year_words


def create_memorandum(
    *, actor: Actor, programme: Programme, starts_on: dt.date, ends_on: dt.date, title: str = ""
) -> Memorandum:
    """Write a draft from the skeleton: its sections, the clauses of the founding text, the parties and their signers.

    :param title: empty for the skeleton's own
    :raises Refused: the term is not in order
    """
    lead = programme.lead
    require(actor, Permission.MEMORANDUM_WRITE, party=lead)
    _require_term(starts_on, ends_on)
    base = skeleton(
        lead=lead.name, superior=lead.superior_name, place=programme.place, starts_on=starts_on, ends_on=ends_on,
        kinds=[code for code, _label in kinds.choices()],
    )  # fmt: skip
    with transaction.atomic():
        memorandum = Memorandum.objects.create(
            programme=programme, title=(title.strip() or base.title)[:400], starts_on=starts_on, ends_on=ends_on,
            sections=dict(base.sections),
        )  # fmt: skip
        Clause.objects.bulk_create(
            Clause(
                memorandum=memorandum, order=number, heading=row.heading, text=row.text, kind=row.kind, icon=row.icon,
                cadence=row.cadence, months=list(row.months), days=list(row.days), lead_duty=row.lead_duty,
                party_duty=row.party_duty,
            )
            for number, row in enumerate(base.clauses, start=1)
        )  # fmt: skip
        _seat_parties(actor, memorandum)
        audit.record(actor, "programme.memorandum.created", memorandum, party=lead, after={"title": memorandum.title})
    return memorandum


def renew_memorandum(*, actor: Actor, memorandum: Memorandum, starts_on: dt.date, ends_on: dt.date) -> Memorandum:
    """Draft the next term from this one: its sections, clauses and signing order, with the parties of today.

    :raises Refused: it was never in force, it has a renewal already, or the term is not in order
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    _require_term(starts_on, ends_on)
    with transaction.atomic():
        old = locked(memorandum)
        if old.status not in {MemorandumStatus.IN_FORCE, MemorandumStatus.ENDED}:
            raise Refused(_("Chỉ gia hạn biên bản ghi nhớ đang có hiệu lực hoặc đã kết thúc."))
        if old.renewals.exists():
            raise Refused(_("Đã có biên bản ghi nhớ cho kỳ tiếp theo. Hãy mở bản đó để soạn tiếp."))
        if starts_on <= old.starts_on:
            raise Refused(_("Kỳ mới phải bắt đầu sau kỳ cũ."), field="starts_on")
        new = Memorandum.objects.create(
            programme=old.programme, title=_renewed(old.title, old, starts_on, ends_on), starts_on=starts_on,
            ends_on=ends_on, signing_mode=old.signing_mode, renewed_from=old,
            sections={code: _renewed(text, old, starts_on, ends_on) for code, text in old.sections.items()},
        )  # fmt: skip
        Clause.objects.bulk_create(
            Clause(
                memorandum=new, order=row.order, icon=row.icon, renewed_from=row,
                **{name: getattr(row, name) for name in CLAUSE_FIELDS},
            )
            for row in old.clauses.order_by("order")
        )  # fmt: skip
        _seat_parties(actor, new, before=[row.party_id for row in old.parties.order_by("order")])
        audit.record(
            actor, "programme.memorandum.renewed", new, party=lead_of(old), after={"from": old.pk, "title": new.title}
        )
    return new


def edit_terms(
    *, actor: Actor, memorandum: Memorandum, title: str, starts_on: dt.date, ends_on: dt.date, token: str
) -> Memorandum:
    """Change title and term of a draft.

    :raises EditedMeanwhile: somebody else changed them since ``token`` was given out
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    _require_term(starts_on, ends_on)
    with transaction.atomic():
        row = locked_draft(memorandum)
        before = {"title": row.title, "starts_on": row.starts_on, "ends_on": row.ends_on}
        if token != terms_token(row):
            raise EditedMeanwhile(before, terms_token(row))
        after = {"title": title.strip(), "starts_on": starts_on, "ends_on": ends_on}
        Memorandum.objects.filter(pk=row.pk).update(**after)
        audit.record(actor, "programme.memorandum.edited", row, party=lead_of(row), before=before, after=after)
    for name, value in after.items():
        setattr(row, name, value)
    return row


def write_section(*, actor: Actor, memorandum: Memorandum, code: str, text: str, token: str) -> Memorandum:
    """Write one section of a draft.

    :param code: of ``SECTIONS``
    :raises EditedMeanwhile: somebody else wrote it since ``token`` was given out
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    if code not in SECTIONS:
        raise NotVisible
    with transaction.atomic():
        row = locked_draft(memorandum)
        before = row.sections.get(code, "")
        if token != section_token(row, code):
            raise EditedMeanwhile({"text": before}, section_token(row, code))
        row.sections = row.sections | {code: text.strip()}
        row.save(update_fields=["sections"])
        audit.record(
            actor, "programme.memorandum.section_written", row, party=lead_of(row), before={code: before},
            after={code: row.sections[code]},
        )  # fmt: skip
    return row


def discard_memorandum(*, actor: Actor, memorandum: Memorandum) -> None:
    """Throw a draft away that no party has ever seen; the history keeps its text.

    :raises NotDraft: it is no draft
    :raises Refused: it was circulated once
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    with transaction.atomic():
        row = locked_draft(memorandum)
        if row.revisions.filter(circulated_at__isnull=False).exists():
            raise Refused(_("Bản này đã gửi các bên nên không xóa được."))
        before = {"title": row.title, "sections": row.sections, "clauses": [c.heading for c in row.clauses.all()]}
        audit.record(actor, "programme.memorandum.discarded", row, party=lead_of(row), before=before)
        row.delete()


def _require_term(starts_on: dt.date, ends_on: dt.date) -> None:
    if ends_on <= starts_on:
        raise Refused(_("Ngày hết hiệu lực phải sau ngày bắt đầu hiệu lực."), field="ends_on")


def _renewed(text: str, old: Memorandum, starts_on: dt.date, ends_on: dt.date) -> str:
    """The text with the old term's dates and year replaced by the new ones."""
    for before, after in (
        (f"{old.starts_on:%d/%m/%Y}", f"{starts_on:%d/%m/%Y}"),
        (f"{old.ends_on:%d/%m/%Y}", f"{ends_on:%d/%m/%Y}"),
        (f"năm {year_words(old.starts_on, old.ends_on)}", f"năm {year_words(starts_on, ends_on)}"),
    ):
        text = text.replace(before, after)
    return text


def _seat_parties(actor: Actor, memorandum: Memorandum, before: list[object] | None = None) -> None:
    """The lead and the enterprises now in the programme, the lead first; or as in ``before``, newcomers last."""
    programme = memorandum.programme
    joined = programme.participants.filter(Q(left_on__isnull=True) | Q(left_on__gt=actor.today))
    enterprises = Party.objects.filter(pk__in=joined.values("party_id"), kind=PartyKind.ENTERPRISE.value)
    parties = [programme.lead, *enterprises.order_by("code")]
    if before:
        known = {pk: place for place, pk in enumerate(before)}
        parties.sort(key=lambda party: known.get(party.pk, len(known)))
    for number, party in enumerate(parties, start=1):
        MemorandumParty.objects.create(memorandum=memorandum, party=party, order=number, **signer_facts(actor, party))
