"""Many files as one ZIP, written while it is sent, so that memory holds one file at a time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator

Entry = tuple[str, Callable[[], bytes]]
LONGEST_NAME = 120


class _Outlet(io.RawIOBase):
    """Takes what the archive writes and gives it on; a ZIP can be written without ever looking back."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self.waiting += piece
        return len(piece)

    def drain(self) -> bytes:
        """Everything written since the last call."""
        piece = bytes(self.waiting)
        self.waiting.clear()
        return piece


def entry_name(text: str, extension: str, taken: set[str]) -> str:
    """A file name that every system takes, told apart from those in ``taken``, to which it is added."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", text).strip(" .-")[:LONGEST_NAME].rstrip(" .") or "-"
    name, number = f"{plain}.{extension}", 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain} ({number}).{extension}"
    taken.add(name.casefold())
    return name


def stream_zip(entries: Iterable[Entry]) -> Iterator[bytes]:
    """The archive in pieces; each entry's bytes are asked for when its turn comes. PDFs are packed already."""
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_STORED) as archive:
        for name, read in entries:
            archive.writestr(zipfile.ZipInfo(name), read())
            yield outlet.drain()
    yield outlet.drain()
