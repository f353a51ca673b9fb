"""The plan as a paper in the register."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.cores.viet import format_number
from phoihop.papers.actions.papers import draw_paper, redraw_paper, replace_paper
from phoihop.papers.models import Paper, PaperStatus
from phoihop.papers.present_signer import signature_of
from phoihop.programme.actions.plan.writing import participants_of
from phoihop.programme.describe.plan import PlanFacts, PlanLine, plan_paper
from phoihop.programme.models import Plan, PlanItem
from phoihop.programme.queries.plan.agreement import parties_to_agree


def draw_plan_paper(*, actor: Actor, plan: Plan) -> Paper:
    """Draw the plan as it stands: a draft is drawn anew, an issued paper is replaced by one of equal form."""
    lead = plan.programme.lead
    require(actor, Permission.PAPER_WRITE, party=lead)
    description = plan_paper(_facts(actor, plan), signer=signature_of(lead, on=actor.today), on=actor.today)
    with transaction.atomic():
        old = plan.paper
        if old is None or old.status in (PaperStatus.VOID, PaperStatus.REPLACED):
            paper = draw_paper(
                actor=actor, party=lead, description=description, subject=plan, audience=participants_of(plan),
                lead_id=lead.pk,
            )  # fmt: skip
        elif old.status == PaperStatus.DRAFT:
            paper = redraw_paper(actor=actor, paper=old, description=description)
        elif old.status == PaperStatus.ISSUED:
            paper = replace_paper(actor=actor, paper=old, description=description)
        else:
            raise Refused(_("Văn bản kế hoạch đang trình ký. Hãy phát hành hoặc hủy văn bản đó trước khi lập lại."))
        Plan.objects.filter(pk=plan.pk).update(paper=paper)
        plan.paper = paper
        audit.record(actor, "programme.plan.drawn", plan, party=lead, after={"paper": paper.pk})
    return paper


def _facts(actor: Actor, plan: Plan) -> PlanFacts:
    sections, lead = plan.memorandum.sections, plan.programme.lead
    items = plan.items.current().shared().select_related("owner").prefetch_related("participants", "targets")
    return PlanFacts(
        year=plan.year, programme=plan.programme.name, memorandum=plan.memorandum.title, lead_name=lead.name,
        lead_superior=lead.superior_name, lead_code=lead.code, place=lead.place,
        lines=tuple(_line(item) for item in items),
        everyone=frozenset(party.short_name for party in parties_to_agree(actor=actor, plan=plan)),
        purpose=sections.get("purpose", ""), costs=sections.get("costs", ""),
        duties=tuple(sections.get(name, "") for name in ("lead_duties", "party_duties")),
    )  # fmt: skip


def _line(item: PlanItem) -> PlanLine:
    """Only targets of all together: the paper goes to every party."""
    targets = tuple(
        f"{target.label}: {format_number(target.value)} {target.unit}"
        for target in item.targets.all()
        if target.party_id is None
    )
    return PlanLine(
        item.title, item.starts_on, item.ends_on, item.place, item.owner.short_name,
        tuple(party.short_name for party in item.participants.all()), targets,
    )  # fmt: skip
