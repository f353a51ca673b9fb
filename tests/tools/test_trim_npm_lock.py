import json

from tools.trim_npm_lock import LOCK, trim


def test_addresses_go_and_hashes_stay():
    package = dict(version="1.0.0", resolved="https:a.tgz", integrity="sha512-x", funding={"url": "https:a"})  # noqa: C408
    lock = json.dumps({"packages": {"node_modules/a": package}})

    trimmed = json.loads(trim(lock))

    assert trimmed["packages"]["node_modules/a"] == {"version": "1.0.0", "integrity": "sha512-x"}


def test_the_kept_lock_has_no_addresses():

    text = LOCK.read_text(encoding="utf-8")

    assert trim(text) == text
    assert "https:" not in text
