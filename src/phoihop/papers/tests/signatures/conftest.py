"""The authority, the signing desk and a paper with room for three signatures."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from phoihop.papers.signatures import Slot, find_box, prepare_slots
from phoihop.papers.tests.signatures.authority import NAMES, Authority
from phoihop.papers.tests.signatures.desk import Desk

FONTS = Path(__file__).parents[2] / "static_fonts"
PARTIES = ("regulator", "vnpt", "viettel")
SOURCE = """
#set page(paper: "a4", margin: 2cm)
#set text(font: "Tinos", size: 14pt, lang: "vi")
#align(center)[*BIÊN BẢN GHI NHỚ*]
Các bên thống nhất hỗ trợ 100.000.000 đồng cho chương trình xây nhà tình nghĩa.
#grid(columns: (1fr, 1fr, 1fr), ..{cells})
"""


def _cell(name: str) -> str:
    return f"align(center)[*GIÁM ĐỐC*#v(3cm)*{name}*]"


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority.found(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="session")
def desk(authority: Authority) -> Desk:
    return Desk(authority)


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A PDF as the product renders it, PDF/A included."""
    source = tmp_path_factory.mktemp("paper") / "paper.typ"
    cells = ", ".join(_cell(NAMES[party]) for party in PARTIES)
    source.write_text(SOURCE.replace("{cells}", f"({cells},)"), encoding="utf-8")
    fonts = [str(FONTS)]
    return typst.compile(str(source), font_paths=fonts, ignore_system_fonts=True, pdf_standards=["a-2b"])


@pytest.fixture(scope="session")
def circulated(paper: bytes) -> bytes:
    """The revision handed out: one empty field a party."""
    return prepare_slots(paper, [Slot(party, find_box(paper, NAMES[party])) for party in PARTIES])


@pytest.fixture(scope="session")
def signed(desk: Desk, circulated: bytes) -> bytes:
    """The regulator has signed."""
    return desk.sign(circulated, "regulator")
