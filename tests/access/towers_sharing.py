"""VNPT shares with Post, as asker and as owner: prices, plans and messages that Viettel never reads."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.clauses.towers.actions.registry import sites
from phoihop.clauses.towers.actions.sharing import answer, ask, codes, mediation, offers, rules, survey, talks
from phoihop.clauses.towers.cells import ASKED, ROUNDED, cell_of, key_of
from phoihop.clauses.towers.models import DisclosedCell, DisclosedMast, DisclosurePeriod, Mast, MastClass
from phoihop.clauses.towers.sharing.clock import Limits
from phoihop.testing.cast import NOON
from tests.access.markers import FIGURE, secret

if TYPE_CHECKING:
    from phoihop.testing.cast import CastMember
    from tests.access.world import World

HERE = (20.94, 106.33)

LATER = NOON + dt.timedelta(days=10)


def sharing(world: World) -> None:
    """A need on its way to the department, a mast of VNPT under offer, one of Post in mediation; codes and limits."""
    officer, vnpt, post = (world.people[name] for name in ("regulator", "vnpt", "post"))
    need = ask.ask_for_place(
        actor=vnpt, asker=vnpt.party, wish=_wish(secret("nhu-cau")),
        place=ask.Place(20.9876, 106.3456, 500, secret("ghi-cho-so")),
    )  # fmt: skip
    own, of_post = (_mast(who, mark) for who, mark in ((vnpt, secret("cot-chao")), (post, "BD-01")))
    code = codes.make_code(actor=vnpt, mast=own, expires_on=LATER.date(), note=secret("ghi-chu-ma"))
    asked = ask.ask_by_code(actor=post, asker=post.party, code=code.code, wish=_wish("Phủ sóng khu chợ"))
    answer.acknowledge(actor=vnpt, request=asked, note=secret("tiep-nhan"))
    meeting = survey.propose_survey(
        actor=vnpt, request=asked, party=vnpt.party, starts_at=LATER, ends_at=LATER + dt.timedelta(hours=1),
        place=secret("noi-gap"),
    )  # fmt: skip
    upload = SimpleUploadedFile(f"{secret('ban-ve')}.txt", secret("ket-cau").encode())
    talks.send_message(actor=vnpt, request=asked, party=vnpt.party, text=secret("tin-nhan"), files=[upload])
    offers.make_offer(actor=vnpt, request=asked, party=vnpt.party, terms=_terms())
    disputed = _disputed(world, of_post)
    rule = rules.add_rule(actor=officer, regulator=officer.party, valid_from=LATER.date(), limits=Limits(answer_days=7))
    period = DisclosurePeriod.objects.create(
        asker=vnpt.party, regulator=officer.party, starts_on=NOON.date(), ends_on=dt.date(2199, 1, 1)
    )
    cell = DisclosedCell.objects.create(period=period, key=key_of(cell_of(*HERE), ASKED), extent="shown")
    shown = DisclosedMast.objects.create(
        cell=cell, mast=_mast(post, "BD-02"), owner=post.party, code="K7", place=key_of(cell_of(*HERE), ROUNDED),
        class_code="A2b", height_from_m=40, height_to_m=45,
    )  # fmt: skip
    named = {"need": need, "sharing": asked, "disputed": disputed, "meeting": meeting, "share_code": code,
             "shown_mast": shown, "sharing_rule": rule, "sharing_file": asked.attachments.get().file}  # fmt: skip
    world.args |= {name: (row.pk,) for name, row in named.items()}
    world.args |= {
        "sharing_yes": (asked.pk, "yes"), "meeting_cancel": (meeting.pk, "cancel"),
        "usual_reason": ("refusal", "het-cho"),
    }  # fmt: skip


def _disputed(world: World, mast: Mast) -> object:
    """VNPT asks for a mast of Post; the department mediates."""
    officer, vnpt, post = (world.people[name] for name in ("regulator", "vnpt", "post"))
    code = codes.make_code(actor=post, mast=mast, expires_on=LATER.date())
    row = ask.ask_by_code(actor=vnpt, asker=vnpt.party, code=code.code, wish=_wish(secret("muc-dich")))
    mediation.ask_mediation(actor=vnpt, request=row, party=vnpt.party, text=secret("vuong-mac"))
    opened = mediation.open_mediation(actor=officer, request=row)
    mediation.note_mediation(actor=vnpt, mediation=opened, party=vnpt.party, text=secret("ghi-rieng"), side=vnpt.party)
    return row


def _wish(purpose: str) -> ask.Wish:
    return ask.Wish(purpose, "5G", Decimal(20))


def _terms() -> offers.Terms:
    return offers.Terms(
        rent_vnd=int(FIGURE), term_months=36, starts_on=LATER.date(), antenna_height_m=Decimal(20),
        valid_until=LATER.date(), conditions=secret("dieu-kien"),
    )  # fmt: skip


def _mast(who: CastMember, code: str) -> Mast:
    return sites.add_site(
        actor=who, owner=who.party, code=code[:40], name=code, latitude=20.91, longitude=106.31, address="",
        mast={
            "mast_class": MastClass.objects.get(keeper=None, code="A2b"), "height_m": Decimal(42), "state": "in_use",
            "offered_for_sharing": True,
        },
        own_use=True,
    )  # fmt: skip
