"""The places that the rules are held against, and a hand to plant violations with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def package() -> Path:
    return ROOT / "src" / "phoihop"


@pytest.fixture
def plant(tmp_path: Path) -> Callable[[str, str], Path]:
    """``plant("people/views.py", text)`` writes a file of a package ``phoihop`` and returns the package."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / "phoihop" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / "phoihop"

    return write
