"""VNPT's obstacles, confidential and open, full of secrets; Viettel's own goes along with one of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.clauses.briefings.actions.obstacles import discussing, forwarding, handling, together
from phoihop.clauses.briefings.actions.obstacles.raising import SiteNamed, follow, raise_obstacle
from phoihop.clauses.briefings.models import Audience, ObstacleTopic
from phoihop.testing.cast import NOON
from tests.access.markers import FIGURE, secret

if TYPE_CHECKING:
    from tests.access.world import World

LATER = (NOON + dt.timedelta(days=10)).date()
FOR_ALL = {"title": "Giá thuê cột tăng", "text": "Điện lực tăng giá.", "audience": Audience.ALL}


def obstacles(world: World) -> None:
    """One being dealt with, one with another body, one answered; an open one with private parts; a rival's beside."""
    cache.clear()  # how often a stranger knocked
    officer, vnpt, viettel, post = (world.people[name] for name in ("regulator", "vnpt", "viettel", "post"))
    row = _kept(world, "vuong-mac")
    discussing.write_note(actor=vnpt, obstacle=row, party=vnpt.party, text=secret("trao-doi"))
    discussing.write_note(actor=officer, obstacle=row, party=officer.party, text=secret("noi-bo"), circle="internal")
    rival = raise_obstacle(
        actor=viettel, programme=world.programme, party=viettel.party, title="Người dân phản đối trạm", text="Ở đó.",
        audience=Audience.DEPARTMENT,
    )  # fmt: skip
    together.merge(actor=officer, obstacle=rival, into=row)
    handling.take(actor=officer, obstacle=row)
    asked = _kept(world, "vuong-mac-chuyen")
    file = asked.files.get()
    question = forwarding.Question(secret("co-quan"), secret("cau-hoi"), LATER, email="bimat@example.vn", files=(file,))
    forward, key = forwarding.forward(actor=officer, obstacle=asked, question=question)
    answered = handling.answer(
        actor=officer, obstacle=_kept(world, "vuong-mac-da-dap"), answer=secret("tra-loi"), legal_basis=secret("can-cu")
    )
    shown = raise_obstacle(
        actor=vnpt, programme=world.programme, party=vnpt.party, sites=[SiteNamed(secret("tram"))], **FOR_ALL
    )
    discussing.write_note(actor=vnpt, obstacle=shown, party=vnpt.party, text=secret("trao-doi-rieng"))
    upload = SimpleUploadedFile(f"{secret('tep-rieng')}.txt", secret("noi-dung").encode())
    discussing.add_file(actor=vnpt, obstacle=shown, party=vnpt.party, upload=upload, caption=secret("chu-thich"))
    follow(actor=post, obstacle=shown, party=post.party, note="Có mười điểm")
    named: dict[str, Any] = {
        "obstacle": row, "obstacle_open": shown, "obstacle_answered": answered, "obstacle_rival": rival,
        "obstacle_forward": forward, "obstacle_topic": ObstacleTopic.objects.filter(regulator=officer.party).first(),
        "obstacle_file": file.file,
    }  # fmt: skip
    world.args |= {name: (one.pk,) for name, one in named.items()}
    world.args |= {"asked": (key,), "asked_file": (key, file.file_id), "obstacle_sheet": ("csv",)}


def _kept(world: World, name: str) -> Any:
    vnpt = world.people["vnpt"]
    return raise_obstacle(
        actor=vnpt, programme=world.programme, party=vnpt.party, title=secret(name), text=secret(f"{name}-mo-ta"),
        wish=f"{secret('kien-nghi')} {FIGURE}", place=secret("dia-diem"), audience=Audience.DEPARTMENT, latitude=20.94,
        longitude=106.33, sites=[SiteNamed(secret("tram-anh-huong"))],
        uploads=[SimpleUploadedFile(f"{secret('tep-vuong-mac')}.txt", secret("noi-dung").encode())],
    )  # fmt: skip
