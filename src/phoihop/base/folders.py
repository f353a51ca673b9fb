"""A folder that is written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARK = "summary.json"  # a folder without it was not made by these commands


class NotOurs(ValueError):
    """The folder holds something else, which must not be lost."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds other files. Choose a new folder, or empty this one.")


def check_folder(target: Path) -> None:
    """Whether a result may go there, asked before the work.

    :raises NotOurs: it holds files that these commands did not write
    """
    if target.exists() and (not target.is_dir() or (any(target.iterdir()) and not (target / MARK).is_file())):
        raise NotOurs(target)


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Gives an empty folder beside the target, which takes its place in the end; on an error the old one stays.

    :raises NotOurs: the target holds files that these commands did not write
    """
    target = target.absolute()
    check_folder(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        fresh.chmod(0o755)
        yield fresh
        _put_in_place(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _put_in_place(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent)) / "plan"
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
