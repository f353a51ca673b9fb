"""Reading: lists, one memorandum, revisions, comparisons."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, saved
from phoihop.programme.actions import memorandum as actions
from phoihop.programme.forms.memorandum import NewMemorandumForm
from phoihop.programme.queries import memorandum as queries
from phoihop.programme.queries import programmes
from phoihop.programme.views.memorandum.form_pages import EDIT


@open_to(SEATED)
@require_GET
def memorandum_list(request: ActorRequest, programme_pk: UUID) -> HttpResponse:
    """The memoranda of a programme."""
    programme = programmes.visible_programme(actor=request.actor, pk=programme_pk)
    return page(
        request, "programme/memorandum/list.html", programme=programme,
        memoranda=queries.memoranda(actor=request.actor, programme=programme.pk),
        may_write=request.actor.may(Permission.MEMORANDUM_WRITE, programme.lead_id),
    )  # fmt: skip


@open_to(holding(Permission.MEMORANDUM_WRITE))
@require_http_methods(["GET", "POST"])
def memorandum_new(request: ActorRequest, programme_pk: UUID) -> HttpResponse:
    """A new one from the skeleton."""
    programme = programmes.visible_programme(actor=request.actor, pk=programme_pk)
    year = request.actor.today.year + (request.actor.today.month > 9)
    initial = {"starts_on": f"{year}-01-01", "ends_on": f"{year}-12-31"}
    form = NewMemorandumForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.create_memorandum(actor=request.actor, programme=programme, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            message = _("Đã tạo bản thảo từ mẫu. Hãy rà lại từng phần, trước hết là căn cứ.")
            return saved(request, EDIT, row.pk, message=message)
    return page(request, "programme/memorandum/new.html", form=form, programme=programme)


@open_to(SEATED)
@require_GET
def memorandum_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One memorandum: its text as the reader may see it, what was said, who answered, who signed, what comes next."""
    actor = request.actor
    memorandum = queries.visible_memorandum(actor=actor, pk=pk)
    leads = memorandum.programme.lead_id in actor.party_ids
    revision = queries.latest_circulated(actor=actor, memorandum=memorandum)
    shown = None if leads and memorandum.status == "draft" else revision
    own = queries.answering_party(actor=actor, revision=revision) if revision else None
    answers = queries.answers(actor=actor, revision=revision) if revision else []
    return page(
        request, "programme/memorandum/detail.html", memorandum=memorandum, programme=memorandum.programme,
        reading=queries.reading(actor=actor, memorandum=memorandum, revision=shown), leads=leads, own=own,
        writes=actor.may(Permission.MEMORANDUM_WRITE, memorandum.programme.lead_id), answers=answers,
        own_answer=next((row.answer for row in answers if own and row.party.pk == own.pk), None), revision=revision,
        revisions=queries.revisions(actor=actor, memorandum=memorandum), today=actor.today,
        open_comments=queries.open_comments(actor=actor, memorandum=memorandum),
        signing=queries.signing_state(actor=actor, memorandum=memorandum),
        renewable=queries.renewable(actor=actor, memorandum=memorandum),
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def revision_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One revision with what was said on it."""
    actor = request.actor
    revision = queries.visible_revision(actor=actor, pk=pk)
    memorandum = queries.visible_memorandum(actor=actor, pk=revision.memorandum_id)
    return page(
        request, "programme/memorandum/revision.html", revision=revision, memorandum=memorandum,
        programme=memorandum.programme, own=queries.answering_party(actor=actor, revision=revision),
        reading=queries.reading(actor=actor, memorandum=memorandum, revision=revision),
        answers=queries.answers(actor=actor, revision=revision) if revision.circulated_at else [],
        leads=memorandum.programme.lead_id in actor.party_ids,
        writes=actor.may(Permission.MEMORANDUM_WRITE, memorandum.programme.lead_id),
        revisions=queries.revisions(actor=actor, memorandum=memorandum),
    )  # fmt: skip


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@open_to(SEATED)
@require_GET
def memorandum_compare(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Any two revisions; the working text counts as one for those who lead. ``?view=side`` shows them side by side."""
    actor = request.actor
    memorandum = queries.visible_memorandum(actor=actor, pk=pk)
    leads = memorandum.programme.lead_id in actor.party_ids
    known = {row.pk: row for row in queries.revisions(actor=actor, memorandum=memorandum)}
    newest = list(known)
    old_pk = _uuid(request.GET.get("old", "")) or (newest[0] if leads and newest else newest[-1] if newest else None)
    new_pk = _uuid(request.GET.get("new", "")) or (None if leads else newest[0] if newest else None)
    if old_pk not in known or (new_pk is not None and new_pk not in known):
        raise NotVisible
    found = queries.compare_page(
        actor=actor, memorandum=memorandum, old=queries.visible_revision(actor=actor, pk=old_pk),
        new=queries.visible_revision(actor=actor, pk=new_pk) if new_pk else None,
    )  # fmt: skip
    return page(
        request, "programme/memorandum/compare.html", memorandum=memorandum, programme=memorandum.programme,
        found=found, revisions=list(known.values()), old=known[old_pk], new=known[new_pk] if new_pk else None,
        leads=leads, view="side" if request.GET.get("view") == "side" else "inline",
    )  # fmt: skip


@open_to(SEATED)
@require_GET
def memorandum_renewal(request: ActorRequest, pk: UUID) -> HttpResponse:
    """This term against the one it was renewed from."""
    actor = request.actor
    memorandum = queries.visible_memorandum(actor=actor, pk=pk)
    if memorandum.renewed_from_id is None:
        raise NotVisible
    former = queries.visible_memorandum(actor=actor, pk=memorandum.renewed_from_id)
    found = queries.compare_terms(actor=actor, old=former, new=memorandum)
    return page(
        request, "programme/memorandum/renewal.html", memorandum=memorandum, programme=memorandum.programme,
        former=former, found=found, view="side" if request.GET.get("view") == "side" else "inline",
    )  # fmt: skip
