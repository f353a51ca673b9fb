"""The agenda on paper, as every party may read it."""

from __future__ import annotations

from django.utils import timezone

from phoihop.clauses.briefings.agenda.lines import Agenda, Line, in_order, told_to_all
from phoihop.clauses.briefings.models import Briefing
from phoihop.papers.rendering import Appendix, Column, Table

TITLE = "CHƯƠNG TRÌNH GIAO BAN"
COLUMNS = (
    Column("TT", 0.6, "center"), Column("Thời gian", 1.5, "center"), Column("Nội dung", 6),
    Column("Trình bày", 2.4), Column("Số phút", 1, "center"),
)  # fmt: skip


def agenda_annex(briefing: Briefing) -> Appendix | None:
    """The annex of the invitation, or nothing where no topic is on the agenda yet."""
    agenda = in_order(briefing, told_to_all(briefing))
    return Appendix(TITLE, (agenda_table(agenda),)) if agenda.lines else None


def agenda_table(agenda: Agenda) -> Table:
    """One row a topic, with the obstacles and decisions that belong to it."""
    return Table(COLUMNS, tuple(_row(line) for line in agenda.lines))


def _row(line: Line) -> tuple[str, ...]:
    zone = timezone.get_default_timezone()
    hours = f"{timezone.localtime(line.starts_at, zone):%H:%M} – {timezone.localtime(line.ends_at, zone):%H:%M}"
    parts = [line.item.title]
    parts += [f"– {one.title} ({one.party.short_name})" for one in line.obstacles]
    parts += [f"– {one.text} ({one.owner.short_name})" for one in line.decisions]
    presenter = line.item.presenter or (line.item.proposed_by.short_name if line.item.proposed_by else "")
    return str(line.number), hours, "\n".join(parts), presenter, str(line.item.minutes)
