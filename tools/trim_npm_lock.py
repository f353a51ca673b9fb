"""Take addresses out of ``package-lock.json``: whoever installs uses the registry that their own npm is set to."""

from __future__ import annotations

import json
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "package-lock.json"


def trim(text: str) -> str:
    """Return the lock without download addresses and requests for donations."""
    lock = json.loads(text)
    for package in lock["packages"].values():
        package.pop("resolved", None)
        package.pop("funding", None)
    return json.dumps(lock, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    LOCK.write_text(trim(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
