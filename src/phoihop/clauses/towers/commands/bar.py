"""A line that tells how far a command is."""

from __future__ import annotations

import sys
import time
from typing import TextIO

WIDTH = 24
EVERY = 0.1  # seconds


class Bar:
    """Redrawn in place on a terminal; elsewhere one line a phase."""

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self.stream = sys.stderr if stream is None else stream
        self.quiet = quiet
        self.terminal = not quiet and self.stream.isatty()
        self.phase, self.last, self.began = "", 0.0, time.perf_counter()

    def tell(self, phase: str, done: float, more: str = "") -> None:
        """Where the command stands: the phase, its share that is done, and figures such as the gap."""
        now = time.perf_counter()
        if self.quiet or (phase == self.phase and (now - self.last < EVERY or not self.terminal)):
            return
        self.phase, self.last = phase, now
        if not self.terminal:
            self.stream.write(f"{now - self.began:6.1f} s  {phase}\n")
            return
        full = round(WIDTH * min(max(done, 0.0), 1.0))
        line = f"{'█' * full}{'░' * (WIDTH - full)} {phase} {more}"
        self.stream.write(f"\r\x1b[2K{line[:110]}")
        self.stream.flush()

    def end(self) -> None:
        """Clear the line."""
        if self.terminal:
            self.stream.write("\r\x1b[2K")
            self.stream.flush()
