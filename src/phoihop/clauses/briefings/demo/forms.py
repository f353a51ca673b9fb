"""The demo's forms of reports: in force since last year, changed once, and a draft for what comes next."""

from __future__ import annotations

import datetime as dt

from phoihop.base.access import Actor
from phoihop.clauses.briefings.actions.forms.content import INDICATOR_FIELDS, RULE_FIELDS, save_indicator, save_rule
from phoihop.clauses.briefings.actions.forms.heads import HEAD_FIELDS, edit_form
from phoihop.clauses.briefings.actions.forms.starting import load_starting_set
from phoihop.clauses.briefings.actions.forms.versions import (
    VERSION_FIELDS,
    copy_version,
    edit_version,
    next_half,
    publish_version,
)
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import FormRule, FormVersion, Indicator

TELECOM, POST = "VT-GB", "BC-GB"
POSTAL = {"BD", "VTP"}  # codes of the enterprises that fill in the postal form
LATER = ("phu_song_5g", "tram_bts_dung")  # asked from this year on


def build(stage: Stage) -> None:
    """Two forms in force, one of them in its second version, with a third being drafted."""
    year = stage.now.date().year
    first = _at(stage, dt.date(year - 1, 1, 4))
    for draft in load_starting_set(actor=first, regulator=stage.regulator):
        _give_to(stage, first, draft)
        if draft.form.code == TELECOM:
            left_out = _take_out_later(draft)
            _publish(first, draft, dt.date(year - 1, 1, 1))
            second = _second(stage, draft, left_out, year)
            _third(stage, second)
        else:
            _publish(first, draft, dt.date(year - 1, 1, 1))


def _at(stage: Stage, day: dt.date) -> Actor:
    return stage.officer(dt.datetime.combine(day, dt.time(9), tzinfo=stage.now.tzinfo))


def _give_to(stage: Stage, actor: Actor, draft: FormVersion) -> None:
    form = draft.form
    postal = [party for party in stage.enterprises if party.code in POSTAL]
    telecom = [party for party in stage.enterprises if party.code not in POSTAL]
    head = {name: getattr(form, name) for name in HEAD_FIELDS}
    edit_form(actor=actor, form=form, parties=postal if form.code == POST else telecom, **head)


def _publish(actor: Actor, draft: FormVersion, day: dt.date) -> None:
    days = {name: getattr(draft, name) for name in VERSION_FIELDS}
    edit_version(actor=actor, version=draft, **(days | {"effective_from": day}))
    draft.refresh_from_db()
    publish_version(actor=actor, version=draft)


Left = tuple[list[Indicator], list[FormRule]]


def _take_out_later(draft: FormVersion) -> Left:
    """The first version did not ask everything yet; what is taken out comes back in the second."""
    indicators = list(Indicator.objects.filter(section__version=draft, code__in=LATER).select_related("section"))
    rules = [rule for rule in draft.rules.all() if any(code in f"{rule.left} {rule.right}" for code in LATER)]
    Indicator.objects.filter(pk__in=[row.pk for row in indicators]).delete()
    FormRule.objects.filter(pk__in=[row.pk for row in rules]).delete()
    return indicators, rules


def _second(stage: Stage, first: FormVersion, left_out: Left, year: int) -> FormVersion:
    actor = _at(stage, dt.date(year - 1, 12, 10))
    draft = copy_version(actor=actor, version=first)
    sections = {section.position: section for section in draft.sections.all()}
    for row in left_out[0]:
        about = {name: getattr(row, name) for name in INDICATOR_FIELDS}
        save_indicator(actor=actor, section=sections[row.section.position], dimensions=[], **about)
    for rule in left_out[1]:
        save_rule(actor=actor, version=draft, **{name: getattr(rule, name) for name in RULE_FIELDS})
    _publish(actor, draft, dt.date(year, 1, 1))
    return draft


def _third(stage: Stage, second: FormVersion) -> None:
    """What the officer is working on now."""
    actor = stage.officer(stage.now)
    draft = copy_version(actor=actor, version=second)
    section = draft.sections.order_by("position")[2]
    save_indicator(
        actor=actor, section=section, dimensions=[], code="tram_5g_moi_kcn", unit="trạm", nature="flow", decimals=0,
        name="Trong đó: trạm 5G mới tại khu, cụm công nghiệp", definition="", estimate_allowed=False, required=False,
        negative_allowed=False, additive=True, statutory_note="", fact="",
    )  # fmt: skip
    save_rule(
        actor=actor, version=draft, kind="compare", left="tram_5g_moi_kcn", operator="<=", right="tram_bts_moi[5g]",
        least_percent=None, most_percent=None, missing="skip_any", severity="error",
        message="Trạm 5G tại khu, cụm công nghiệp không thể nhiều hơn trạm 5G mới phát sóng.",
    )  # fmt: skip
    edit_version(
        actor=actor, version=draft, effective_from=next_half(stage.now.date()), effective_until=None,
        period_type=draft.period_type, due_days=draft.due_days, lock_days=draft.lock_days, source=draft.source,
    )  # fmt: skip
