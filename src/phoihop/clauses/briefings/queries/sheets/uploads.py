"""Files of figures that were sent in, and who may send one for what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import FormStatus, ReportForm, ReportUpload, SheetMapping
from phoihop.people.models import Party
from phoihop.programme.models import Programme, ProgrammeParty

RECENT = 10


@dataclass(frozen=True, slots=True)
class Way:
    """One form of one programme for which figures of past periods may be sent in."""

    programme: Programme
    form: ReportForm

    @property
    def code(self) -> str:
        """As a form field sends it."""
        return f"{self.programme.pk}:{self.form.pk}"


def uploads(*, actor: Actor) -> QuerySet[ReportUpload]:
    """The files that the actor may see, newest first."""
    found = ReportUpload.objects.visible_to(actor)
    return found.select_related("party", "round", "form", "programme__lead", "file", "uploaded_by")


def recent_uploads(*, actor: Actor) -> list[ReportUpload]:
    """The last ones."""
    return list(uploads(actor=actor)[:RECENT])


def visible_upload(*, actor: Actor, pk: UUID) -> ReportUpload:
    """One file.

    :raises NotVisible: somebody else's
    """
    row = uploads(actor=actor).select_related("round__version__form", "round__programme__lead").filter(pk=pk).first()
    if row is None:
        raise NotVisible
    return row


def upload_is_visible(actor: Actor, pk: UUID) -> bool:
    """Whether the actor may open the file of an upload."""
    return ReportUpload.objects.visible_to(actor).filter(pk=pk).exists()


def ways(*, actor: Actor) -> list[Way]:
    """The forms of the actor's programmes, one's own where one fills in figures, one's department's where one asks."""
    fills, asks = actor.parties_with(Permission.FIGURES_FILL), actor.parties_with(Permission.FIGURES_ASK)
    joined = ProgrammeParty.objects.filter(party_id__in=fills, left_on__isnull=True).values("programme_id")
    programmes = Programme.objects.visible_to(actor).select_related("lead")
    mine = [*programmes.filter(lead_id__in=asks), *programmes.filter(pk__in=joined).exclude(lead_id__in=asks)]
    forms: dict[UUID, list[ReportForm]] = {}
    published = ReportForm.objects.filter(
        regulator_id__in={one.lead_id for one in mine}, retired_at__isnull=True, versions__status=FormStatus.PUBLISHED
    )
    for form in published.distinct():
        forms.setdefault(form.regulator_id, []).append(form)
    return [Way(programme, form) for programme in mine for form in forms.get(programme.lead_id, ())]


def parties_to_send(*, actor: Actor, programmes: Iterable[Programme]) -> dict[UUID, list[Party]]:
    """By programme its enterprises, for the department that leads it; for others their own parties in it."""
    some = list(programmes)
    led = [one.pk for one in some if actor.may(Permission.FIGURES_ASK, one.lead_id)]
    fills = actor.parties_with(Permission.FIGURES_FILL)
    joined = ProgrammeParty.objects.filter(programme__in=some, party__kind=PartyKind.ENTERPRISE.value)
    joined = joined.filter(Q(programme_id__in=led) | Q(party_id__in=fills)).select_related("party")
    found: dict[UUID, list[Party]] = {one.pk: [] for one in some}
    for row in joined.order_by("party__short_name"):
        found[row.programme_id].append(row.party)
    return found


def parties_of(*, actor: Actor, programme: Programme) -> list[Party]:
    """The same of one programme."""
    return parties_to_send(actor=actor, programmes=[programme])[programme.pk]


def remembered(upload: ReportUpload) -> dict[str, str]:
    """What the headings and rows of the party's files mean."""
    keeper = upload.party_id or upload.programme.lead_id
    rows = SheetMapping.objects.filter(party_id=keeper, form_id=upload.form_id)
    return dict(rows.values_list("heading", "target"))
