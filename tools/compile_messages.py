"""Compile the translations under ``src`` that changed: ``django.po`` to ``django.mo``, without gettext's programs."""

from __future__ import annotations

import sys
from pathlib import Path

import polib

SOURCES = Path(__file__).resolve().parent.parent / "src"


def compile_changed(folder: Path) -> list[Path]:
    """Write the catalogues that are older than their text, and return them."""
    written = []
    for text in sorted(folder.rglob("locale/*/LC_MESSAGES/*.po")):
        catalogue = text.with_suffix(".mo")
        if catalogue.exists() and catalogue.stat().st_mtime > text.stat().st_mtime:
            continue
        polib.pofile(str(text)).save_as_mofile(str(catalogue))
        written.append(catalogue)
    return written


if __name__ == "__main__":
    for catalogue in compile_changed(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCES):
        print(catalogue)
