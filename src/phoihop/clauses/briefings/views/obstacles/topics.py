"""The department's list of topics."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.obstacles import topics as actions
from phoihop.clauses.briefings.forms.obstacles import TopicForm
from phoihop.clauses.briefings.queries.obstacles import topics as queries

DESK = holding(Permission.OBSTACLE_HANDLE)
LIST = "briefings:obstacle_topics"


@open_to(DESK)
@require_GET
def obstacle_topics(request: ActorRequest) -> HttpResponse:
    """Every topic with its days and how often it is used."""
    return page(request, "briefings/obstacles/topics.html", topics=queries.used_topics(actor=request.actor))


@open_to(DESK)
def topic_new(request: ActorRequest) -> HttpResponse:
    """Add one."""
    form = TopicForm(request.POST or None)
    return _answer(request, form, None, _("Thêm nhóm vướng mắc"))


@open_to(DESK)
def topic_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change one."""
    row = queries.editable_topic(actor=request.actor, pk=pk)
    initial = {"name": row.name, "answer_days": row.answer_days, "position": row.position}
    return _answer(request, TopicForm(request.POST or None, initial=initial), row, _("Sửa nhóm vướng mắc"))


def _answer(request: ActorRequest, form: TopicForm, row: object, heading: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        desk = queries.desk(actor=request.actor)
        try:
            actions.save_topic(actor=request.actor, regulator=desk, topic=row, **form.cleaned_data)  # type: ignore[arg-type]
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, LIST)
    return page(request, "briefings/obstacles/topic_form.html", form=form, heading=heading)


@open_to(DESK)
@require_POST
def topic_retire(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Offer it no longer, or again."""
    row = queries.editable_topic(actor=request.actor, pk=pk)
    actions.retire_topic(actor=request.actor, topic=row, back=row.retired_at is not None)
    return saved(request, LIST)


@open_to(DESK)
@require_POST
def topic_samples(request: ActorRequest) -> HttpResponse:
    """Begin with the usual ones."""
    made = actions.load_samples(actor=request.actor, regulator=queries.desk(actor=request.actor))
    return saved(request, LIST, message=_("Đã thêm %(n)s nhóm.") % {"n": made})
