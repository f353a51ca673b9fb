"""Writing a letter."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, saved
from phoihop.papers.actions import letters as actions
from phoihop.papers.forms import LetterForm
from phoihop.papers.queries import letters as queries
from phoihop.papers.queries import papers


@open_to(holding(Permission.PAPER_WRITE))
def letter_new(request: ActorRequest) -> HttpResponse:
    """Draft a letter to other parties."""
    party = queries.letter_writer(actor=request.actor)
    if party is None:
        raise NotAllowed
    form = LetterForm(request.POST or None, choices=queries.letter_readers(actor=request.actor, party=party))
    if request.method == "POST" and form.is_valid():
        try:
            paper = actions.write_letter(actor=request.actor, party=party, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "papers:paper_detail", paper.pk, message=_("Đã tạo dự thảo công văn."))
    return page(request, "papers/letter.html", form=form, party=party)


@open_to(holding(Permission.PAPER_WRITE))
def letter_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write a draft letter anew; the draft that replaces a letter too."""
    actor = request.actor
    paper = papers.visible_paper(actor=actor, pk=pk)
    if not actor.may(Permission.PAPER_WRITE, paper.party):
        raise NotAllowed
    typed = queries.typed_letter(actor=actor, paper=paper)
    choices = queries.letter_readers(actor=actor, party=paper.party)
    form = LetterForm(request.POST or None, initial=typed, choices=choices, again=True)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_letter(actor=actor, paper=paper, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "papers:paper_detail", pk, message=_("Đã lưu dự thảo công văn."))
    return page(request, "papers/letter.html", form=form, party=paper.party, paper=paper)
