"""Writing: paragraphs, heads, versions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.actions.minutes import from_room, versions, writing
from phoihop.clauses.briefings.forms.minutes import EntryForm, HeadsForm, VersionForm
from phoihop.clauses.briefings.queries.minutes import minutes as queries
from phoihop.clauses.briefings.views.minutes.answering import step_button, step_form

WRITERS = holding(Permission.MINUTES_WRITE)


@open_to(WRITERS)
@require_POST
def minutes_start(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Begin the minutes."""
    briefing = queries.briefing_of_minutes(actor=request.actor, pk=pk)
    return step_button(request, pk, lambda: writing.start_minutes(actor=request.actor, briefing=briefing))


@open_to(WRITERS)
@require_POST
def minutes_from_room(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write what the room recorded into the minutes."""
    minutes = queries.own_minutes(actor=request.actor, briefing=pk)
    words = _("Đã ghi người phát biểu, biểu quyết từ phòng họp.")
    return step_button(
        request, pk, lambda: from_room.write_from_room(actor=request.actor, minutes=minutes), words
    )  # fmt: skip


@open_to(WRITERS)
def minutes_heads(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who chaired, who wrote."""
    actor, minutes = request.actor, queries.own_minutes(actor=request.actor, briefing=pk)
    form = HeadsForm(request.POST or None, initial={"chair": minutes.chair, "secretary": minutes.secretary})
    return step_form(
        request, pk, form, lambda: writing.set_heads(actor=actor, minutes=minutes, **form.cleaned_data),
        _("Chủ trì và thư ký"), _("Lưu"),
    )  # fmt: skip


@open_to(WRITERS)
def entry_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Add a paragraph; ``?item=`` names the topic."""
    actor, minutes = request.actor, queries.own_minutes(actor=request.actor, briefing=pk)
    asked = request.GET.get("item", "")
    topics = queries.topics(actor=actor, minutes=minutes)
    item = next((one.item for one in topics if one.item and str(one.item.pk) == asked), None)
    form = EntryForm(request.POST or None, **_choices(request, minutes))
    return step_form(
        request, pk, form,
        lambda: writing.add_entry(actor=actor, minutes=minutes, item=item, written=form.written()),
        item.title if item else _("Nội dung khác"), _("Lưu"), message=_("Đã ghi."),
    )  # fmt: skip


@open_to(WRITERS)
def entry_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Edit a paragraph; where somebody was faster both texts stand side by side."""
    entry = _entry(request, pk)
    minutes = entry.minutes
    initial = {
        "text": entry.text, "kind": entry.kind, "owner": str(entry.owner_id or ""), "due_on": entry.due_on,
        "confidential_to": str(entry.confidential_to_id or ""), "version": entry.version,
    }  # fmt: skip
    form = EntryForm(request.POST or None, initial=initial, **_choices(request, minutes))
    return step_form(
        request, minutes.briefing_id, form, lambda: _save(request, entry, form),
        entry.item.title if entry.item else _("Nội dung khác"), _("Lưu"), message=_("Đã ghi."), theirs=entry,
    )  # fmt: skip


def _save(request: ActorRequest, entry: Any, form: EntryForm) -> None:
    """Save a paragraph; once both texts were shown, the next save is meant to stand."""
    version = form.cleaned_data["version"] or 0
    try:
        writing.edit_entry(actor=request.actor, entry=entry, version=version, written=form.written())
    except writing.ParagraphChanged as refusal:
        form.data = request.POST.dict() | {"version": str(refusal.there.version)}
        raise


@open_to(WRITERS)
@require_POST
def entry_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a paragraph out."""
    entry = _entry(request, pk)
    return step_button(
        request, entry.minutes.briefing_id, lambda: writing.remove_entry(actor=request.actor, entry=entry),
        _("Đã bỏ đoạn này. Các bản đã lưu vẫn còn."),
    )  # fmt: skip


@open_to(WRITERS)
@require_POST
def entry_move(request: ActorRequest, pk: UUID, where: str) -> HttpResponse:
    """Move a paragraph up or down."""
    entry = _entry(request, pk)
    return step_button(
        request, entry.minutes.briefing_id,
        lambda: writing.move_entry(actor=request.actor, entry=entry, up=where == "up"), _("Đã chuyển."),
    )  # fmt: skip


@open_to(WRITERS)
def version_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep the minutes as they stand."""
    minutes = queries.own_minutes(actor=request.actor, briefing=pk)
    form = VersionForm(request.POST or None)
    return step_form(
        request, pk, form,
        lambda: versions.keep_version(actor=request.actor, minutes=minutes, note=form.cleaned_data["note"]),
        _("Lưu thành một bản"), _("Lưu"), message=_("Đã lưu bản."),
    )  # fmt: skip


@open_to(WRITERS)
@require_POST
def version_restore(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Bring a version back."""
    version = queries.visible_version(actor=request.actor, pk=pk)
    words = _("Đã lấy lại bản %(n)s; bản trước đó cũng được lưu.") % {"n": version.number}
    return step_button(
        request, version.minutes.briefing_id,
        lambda: versions.restore_version(actor=request.actor, version=version), words,
    )  # fmt: skip


def _entry(request: ActorRequest, pk: UUID) -> Any:
    """A paragraph of minutes that one's own party keeps."""
    entry = queries.visible_entry(actor=request.actor, pk=pk)
    if entry.minutes.briefing.activity.programme.lead_id not in request.actor.party_ids:
        raise NotVisible
    return entry


def _choices(request: ActorRequest, minutes: Any) -> dict[str, Any]:
    briefing = minutes.briefing
    owners = queries.owners(actor=request.actor, briefing=briefing)
    return {"owners": owners, "lead": briefing.activity.programme.lead}
