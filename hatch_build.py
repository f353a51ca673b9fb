"""Compiles the planner's inner loops: when a wheel is built, and by ``python hatch_build.py`` for this clone.

Plain C without Python's headers, so that one library serves every Python of a platform. The compiler is $CC, cc, gcc,
clang, or the ``ziglang`` package. Where there is none the product works all the same, more slowly.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand where only a compiler is at hand
    BuildHookInterface = object

HOME = Path("src/phoihop/cores/towerplan/native")
NAME = "kernel" + {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
# Contraction of a product and a sum would round otherwise than the plain counterparts do.
FLAGS = ("-O3", "-std=c11", "-ffp-contract=off", "-shared", "-fPIC", "-fvisibility=hidden")


def compilers() -> list[list[str]]:
    """The commands to try, in order."""
    found = [os.environ["CC"].split()] if os.environ.get("CC") else []
    found += [[name] for name in ("cc", "gcc", "clang") if shutil.which(name)]
    if importlib.util.find_spec("ziglang"):
        found.append([sys.executable, "-m", "ziglang", "cc"])
    return found


def build(root: Path) -> Path | None:
    """Compile beside the package; the library, or None where no compiler could."""
    home = root / HOME
    sources = sorted(str(path) for path in home.glob("*.c"))
    with tempfile.TemporaryDirectory(dir=home) as folder:
        made = Path(folder) / NAME
        for command in compilers():
            line = [*command, *FLAGS, "-o", str(made), *sources, *([] if sys.platform == "win32" else ["-lm"])]
            try:
                run = subprocess.run(line, capture_output=True, check=False, text=True)  # noqa: S603  (our own words)
            except OSError:
                continue
            if run.returncode == 0 and made.exists():
                return made.replace(home / NAME)
            sys.stderr.write(run.stderr)
    return None


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc, valid-type]
    """Puts the library into the wheel and names the platform it is for."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are collected."""
        if self.target_name != "wheel":
            return
        if build(Path(self.root)) is None:
            self.app.display_warning("No C compiler: the wheel holds the plain, slower planner.")
            return
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform}"


if __name__ == "__main__":
    if build(Path(__file__).resolve().parent) is None:
        sys.stderr.write("No C compiler: plans of whole provinces are made by the plain, slower planner.\n")
