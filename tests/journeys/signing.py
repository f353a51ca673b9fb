"""Signing: two parties by certificates of the test's own authority, one on paper, one before its turn."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.utils import timezone
from PIL import Image

from phoihop.papers.actions.checking import field_name
from phoihop.papers.signatures.demo_authority import DemoAuthority, DemoSigner
from tests.journeys.acting import Person
from tests.journeys.conftest import Stage
from tests.journeys.founding import DEPARTMENT, ENTERPRISES, STAFF

DIGITAL = {"leader": (STAFF["leader"], DEPARTMENT), "vnpt": (ENTERPRISES["vnpt"][2], ENTERPRISES["vnpt"][0])}
CERTIFICATE = "application/x-x509-ca-cert"


def _aside(work: Callable[[], bytes]) -> bytes:
    """Away from the browser's event loop: signing starts one of its own."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


class SigningDesk:
    """An authority, and who holds a certificate of it."""

    def __init__(self) -> None:
        self.at = timezone.now()
        self.authority = DemoAuthority.create(demo_mode=True, at=self.at)
        self.hands: dict[str, DemoSigner] = {
            key: self.authority.issue(name=name, organisation=party, at=self.at)
            for key, (name, party) in DIGITAL.items()
        }

    def is_accepted(self, stage: Stage) -> None:
        """The keeper accepts the authority, with its list of what was revoked."""
        keeper = stage["keeper"]
        keeper.go("/papers/issuers/")
        root = ("ca.pem", CERTIFICATE, self.authority.certificate_pem)
        crl = ("ca.crl", "application/pkix-crl", self.authority.crl_pem(at=self.at))
        keeper.fill_in(name="CA của cuộc thử", certificate=root, crl=crl)
        keeper.sees("Có danh sách thu hồi")

    def registers(self, person: Person, party: str, key: str) -> None:
        """A signer of a party is registered by certificate."""
        name = DIGITAL[key][0]
        person.go("/parties/")
        person.follow(party)
        person.go(f"/papers/signers/{person.page.url.rstrip('/').rpartition('/')[2]}/")
        certificate = ("ky.pem", CERTIFICATE, self.hands[key].dump().partition(b"-----BEGIN PRIVATE")[0])
        person.fill_in(name=name, position="Giám đốc", valid_from="2026-01-01", certificate=certificate)
        person.sees("SHA-256")

    def signs(self, person: Person, key: str, order: int, round_: str) -> None:
        """Take the file, sign it, give it back."""
        person.go(round_)
        taken = person.take("Lấy tệp")
        at = timezone.now() - dt.timedelta(seconds=1)
        hand = self.hands[key]
        signed = _aside(lambda: self.authority.sign(taken, hand, at=at, field=field_name(order)))
        person.fill_in(file=("da-ky.pdf", "application/pdf", signed))
        person.sees("Đã ký số")


def _scan() -> bytes:
    out = io.BytesIO()
    Image.new("L", (400, 560), 235).save(out, "PNG")
    return out.getvalue()


def sign(stage: Stage, round_: str) -> None:
    """Each in its turn: the department and VNPT with certificates, the others on paper."""
    desk, officer, post = SigningDesk(), stage["officer"], stage["post"]
    desk.is_accepted(stage)
    desk.registers(officer, DEPARTMENT, "leader")
    desk.registers(stage["vnpt"], ENTERPRISES["vnpt"][0], "vnpt")
    order = _order(officer, round_)
    for place, name in enumerate(order, start=1):
        _hold_back(stage, order[place:], round_)
        key = next((key for key, (_name, party) in DIGITAL.items() if party == name), "")
        if key:
            desk.signs(stage[key], key, place, round_)
        else:
            officer.go(round_)
            officer.fill_in(signed_on="2026-06-15", scan=("ky.png", "image/png", _scan()))
    post.go(round_)
    post.sees("Các bên đã ký đủ")
    post.picture("06-signed")


def _order(officer: Person, round_: str) -> list[str]:
    officer.go(round_)
    return officer.page.locator("main ol.list-unstyled li.card strong").all_inner_texts()


def _hold_back(stage: Stage, later: list[str], round_: str) -> None:
    """Whoever signs later is told to wait and has nothing to take."""
    for key, (name, *_rest) in ENTERPRISES.items():
        if name in later:
            stage[key].go(round_)
            stage[key].sees("Chưa đến lượt đơn vị ký")
            assert stage[key].page.get_by_role("button", name="Lấy tệp").count() == 0


def number(stage: Stage, memorandum: str) -> None:
    """In force; the clerk gives it its number."""
    officer, clerk = stage["officer"], stage["clerk"]
    officer.go(memorandum)
    officer.sees("Đang có hiệu lực")
    clerk.go("/papers/")
    clerk.follow("…/BGN-STTTT")
    clerk.fill_in(issued_on="2026-06-15")
    clerk.sees("15/06/2026")
    clerk.go("/papers/")
    clerk.sees("01/BGN-STTTT")
    clerk.picture("07-register")
