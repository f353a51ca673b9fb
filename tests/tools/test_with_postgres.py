import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "with_postgres"
ASK = """
import os, sys, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    print(connection.execute("show data_directory").fetchone()[0])
sys.exit(int(sys.argv[1]))
"""


@pytest.fixture
def folder():
    """A folder that the server's own user can reach, which pytest's are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def _run(folder, code):
    return subprocess.run(
        [SCRIPT, sys.executable, "-c", ASK, str(code)],
        env=os.environ | {"TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_command_finds_a_server_and_leaves_nothing_behind(folder):
    done = _run(folder, 0)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(folder))
    assert list(folder.iterdir()) == []


def test_a_failing_command_fails_and_leaves_nothing_behind(folder):
    done = _run(folder, 3)

    assert done.returncode == 3
    assert list(folder.iterdir()) == []
